import { RevisionConflict } from '@docket/kernel';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { events, freshStream } from '../contract/samples.contract';
import { Subscriber } from '../contract/subscriber.contract';
import { openSqliteEventStore } from './open-sqlite-event-store';
import type { SqliteEventStore } from './sqlite-event-store';

describe('many streams at once, as a copy of another log brings them', () => {
  const stores: SqliteEventStore[] = [];
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    rmSync(folder, { recursive: true });
  });
  let folder: string;
  const open = async () => {
    folder = mkdtempSync(join(tmpdir(), 'docket-log-'));
    const store = await openSqliteEventStore({ file: join(folder, 'log.sqlite'), installation: 'acme' });
    stores.push(store);
    return store;
  };
  const appendsTo = (...streams: readonly string[]) =>
    streams.map((stream, at) => ({
      stream,
      events: events(2),
      expected: at < 2 ? ('no-stream' as const) : 1,
    }));

  it('are in the log in the order given', async () => {
    const store = await open();
    const [one, other] = [freshStream(store), freshStream(store)];
    const appends = appendsTo(one, other, one);
    await store.appendInOrder(appends);
    const subscriber = new Subscriber(store);
    await subscriber.untilEvents(6);
    expect(subscriber.events.map(({ id }) => id)).toEqual(
      appends.flatMap(({ events: batch }) => batch.map(({ id }) => id)),
    );
    await subscriber.leave();
  });

  it('are recognised when they come again', async () => {
    const store = await open();
    const appends = appendsTo(freshStream(store), freshStream(store));
    await store.appendInOrder(appends);
    const head = await store.head();
    await store.appendInOrder(appends);
    expect(await store.head()).toBe(head);
  });

  it('are all left out where one cannot be taken', async () => {
    const store = await open();
    const [one, other] = [freshStream(store), freshStream(store)];
    await store.append(other, events(3), 'no-stream');
    const head = await store.head();
    await expect(store.appendInOrder(appendsTo(one, other))).rejects.toEqual(
      new RevisionConflict(other, 'no-stream', 2),
    );
    await expect(store.appendInOrder(appendsTo(one, 'elsewhere-motion-1'))).rejects.toThrow(
      'is not named acme-<category>-<uuid>',
    );
    expect([await store.head(), await store.read(one)]).toEqual([head, []]);
  });
});
