import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RevisionConflict, type EventStore } from '@docket/kernel';
import { asStored, events, freshStream, plain } from '../contract/samples.contract';
import { openSqliteEventStore } from './open-sqlite-event-store';

describe('a log that remembers where streams end', () => {
  let folder: string;
  const stores: EventStore[] = [];
  const open = async () => {
    const store = await openSqliteEventStore({ file: join(folder, 'log.sqlite'), installation: 'acme' });
    stores.push(store);
    return store;
  };
  const tail = async (store: EventStore, stream: string, from: number) =>
    (await store.read(stream, { from })).map(plain);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'docket-ends-'));
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    rmSync(folder, { recursive: true });
  });

  it('does not take the end of a repeated batch for the end of its stream', async () => {
    const stream = freshStream(await open());
    const [first, second] = [events(2), events(3)];
    const [earlier] = stores;
    await earlier?.append(stream, first, 'no-stream');
    await earlier?.append(stream, second, 1);
    const later = await open();
    expect(await later.append(stream, first, 'no-stream')).toEqual({ revision: 1, position: '2' });
    expect(await tail(later, stream, 2)).toEqual(asStored(stream, [...first, ...second]).slice(2));
  });

  it('does not take the end of a page for the end of its stream', async () => {
    const store = await open();
    const [stream, batch] = [freshStream(store), events(4)];
    await store.append(stream, batch, 'no-stream');
    const later = await open();
    await later.read(stream, { from: 0, limit: 2 });
    expect(await tail(later, stream, 2)).toEqual(asStored(stream, batch).slice(2));
  });

  it('sees what another writer added once an append of its own has failed for it', async () => {
    const [here, there] = [await open(), await open()];
    const [stream, batch, theirs] = [freshStream(here), events(1), events(1)];
    await here.append(stream, batch, 'no-stream');
    await there.append(stream, theirs, 0);
    await expect(here.append(stream, events(1), 0)).rejects.toBeInstanceOf(RevisionConflict);
    expect(await tail(here, stream, 1)).toEqual(asStored(stream, [...batch, ...theirs]).slice(1));
  });
});
