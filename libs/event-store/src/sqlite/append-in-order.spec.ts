import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RevisionConflict } from '@docket/kernel';
import { events, freshStream } from '../contract/samples.contract';
import { Subscriber } from '../contract/subscriber.contract';
import { commitsIn } from './commits.scenes';
import { openSqliteEventStore } from './open-sqlite-event-store';
import type { SqliteEventStore } from './sqlite-event-store';

describe('many streams at once, as a copy of another log brings them', () => {
  let folder: string;
  let file: string;
  let store: SqliteEventStore;
  const commits = () => commitsIn(file);
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'docket-log-'));
    file = join(folder, 'log.sqlite');
    store = await openSqliteEventStore({ file, installation: 'acme' });
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const appendsTo = (...streams: readonly string[]) =>
    streams.map((stream, at) => ({
      stream,
      events: events(2),
      expected: at < 2 ? ('no-stream' as const) : 1,
    }));

  it('are in the log in the order given, with one flush', async () => {
    const [one, other] = [freshStream(store), freshStream(store)];
    const before = commits();
    const appends = appendsTo(one, other, one);
    await store.appendInOrder(appends);
    expect(commits() - before).toBe(1);
    const subscriber = new Subscriber(store);
    await subscriber.untilEvents(6);
    expect(subscriber.events.map(({ id }) => id)).toEqual(
      appends.flatMap(({ events: batch }) => batch.map(({ id }) => id)),
    );
    await subscriber.leave();
  });

  it('are seen by who had read a stream to its end before', async () => {
    const stream = freshStream(store);
    const first = events(1);
    await store.append(stream, first, 'no-stream');
    expect(await store.read(stream, { from: 1 })).toEqual([]);
    await store.appendInOrder([{ stream, events: events(2), expected: 0 }]);
    expect((await store.read(stream, { from: 1 })).map(({ revision }) => revision)).toEqual([1, 2]);
  });

  it('are recognised when they come again', async () => {
    const appends = appendsTo(freshStream(store), freshStream(store));
    await store.appendInOrder(appends);
    const head = await store.head();
    await store.appendInOrder(appends);
    expect(await store.head()).toBe(head);
  });

  it('are all left out where one cannot be taken', async () => {
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
