import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  OutcomeUnknown,
  PositionBeyondEnd,
  RevisionConflict,
  StoreUnavailable,
  type EventStore,
} from '@docket/kernel';
import { openDatabase, type Database } from '@docket/sqlite';
import { anEvent, asStored, events, freshStream, plain } from '../contract/samples.contract';
import { Subscriber } from '../contract/subscriber.contract';
import { EventTable } from './event-table';
import { prepareLog } from './log-schema';
import { openSqliteEventStore, renewLogId } from './open-sqlite-event-store';
import { SqliteEventStore } from './sqlite-event-store';

describe('the log in a SQLite file', () => {
  let folder: string;
  let file: string;
  const stores: EventStore[] = [];
  const databases: Database[] = [];
  const keepOpen = (database: Database) => {
    databases.push(database);
    return database;
  };
  const keep = (store: SqliteEventStore) => {
    stores.push(store);
    return store;
  };
  const open = async (where = file) =>
    keep(await openSqliteEventStore({ file: where, installation: 'acme' }));
  const openOn = (database: Database) => {
    prepareLog(database);
    return keep(new SqliteEventStore(database, 'acme'));
  };
  /** Commits as the write-ahead log shows them: frames that carry the database's size after a commit. */
  const commits = () => {
    const log = readFileSync(`${file}-wal`);
    const frameSize = 24 + log.readUInt32BE(8);
    const frames = Array.from(
      { length: Math.floor((log.length - 32) / frameSize) },
      (_, n) => 32 + n * frameSize,
    );
    return frames.filter((frame) => log.readUInt32BE(frame + 4) > 0).length;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'docket-log-'));
    file = join(folder, 'log.sqlite');
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    for (const database of databases.splice(0)) database.close();
    rmSync(folder, { recursive: true });
  });

  describe('group commit', () => {
    it('flushes once for all appends of a turn, and once for each that waits for the one before', async () => {
      const store = await open();
      const before = commits();
      await Promise.all(
        Array.from({ length: 64 }, () => store.append(freshStream(store), events(2), 'no-stream')),
      );
      expect(commits() - before).toBe(1);
      for (let n = 0; n < 5; n++) await store.append(freshStream(store), events(2), 'no-stream');
      expect(commits() - before).toBe(6);
    });

    it('answers an append when another connection can see it', async () => {
      const store = await open();
      const witness = openDatabase(file, { readOnly: true });
      const count = witness.prepare('select count(*) as events from events');
      const appended = store
        .append(freshStream(store), events(3), 'no-stream')
        .then(() => ({ ...count.get() }));
      expect({ ...count.get() }).toEqual({ events: 0 });
      expect(await appended).toEqual({ events: 3 });
      witness.close();
    });

    it('refuses one append of a group without harm to the others', async () => {
      const store = await open();
      const stream = freshStream(store);
      const [first, lost, next] = [events(2), events(2), events(2)];
      const results = await Promise.allSettled([
        store.append(stream, first, 'no-stream'),
        store.append(stream, lost, 'no-stream'),
        store.append(stream, next, 1),
      ]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(results[1]).toMatchObject({ reason: new RevisionConflict(stream, 'no-stream', 1) });
      expect((await store.read(stream)).map(plain)).toEqual(asStored(stream, [...first, ...next]));
    });
  });

  describe('a disk that fails', () => {
    it('tells the writer that nothing was stored when the disk is full, and takes what fits', async () => {
      const database = openDatabase(file);
      const store = openOn(database);
      const pages = database.prepareArrays<[number]>('pragma page_count').get()![0];
      database.exec(`pragma max_page_count = ${pages + 40}`);
      const stream = freshStream(store);
      const large = [{ ...anEvent(), bytes: Buffer.alloc(900_000) }];
      await expect(store.append(stream, large, 'no-stream')).rejects.toBeInstanceOf(StoreUnavailable);
      expect(await store.read(stream)).toEqual([]);
      expect(await store.append(stream, events(1), 'no-stream')).toEqual({ revision: 0, position: '1' });
    });

    it.each([
      ['the commit was lost', 'rollback'],
      ['the commit was made all the same', 'commit'],
    ])(
      'leaves the outcome open when the commit breaks off; the same batch clears it up when %s',
      async (_, truth) => {
        const database = openDatabase(file);
        const store = openOn(database);
        const exec = database.exec.bind(database);
        const broken = jest.spyOn(database, 'exec').mockImplementation((sql) => {
          if (sql !== 'commit') return exec(sql);
          exec(truth);
          throw Object.assign(new Error('disk I/O error'), { errcode: 10 });
        });
        const [stream, batch] = [freshStream(store), events(2)];
        await expect(store.append(stream, batch, 'no-stream')).rejects.toBeInstanceOf(OutcomeUnknown);
        broken.mockRestore();
        expect(await store.append(stream, batch, 'no-stream')).toEqual({ revision: 1, position: '2' });
        expect((await store.read(stream)).map(plain)).toEqual(asStored(stream, batch));
      },
    );
  });

  it('waits for the disk at every commit', async () => {
    const database = openDatabase(file);
    openOn(database);
    expect({ ...database.prepare('pragma synchronous').get() }).toEqual({ synchronous: 2 });
  });

  it('finds the next events by position, without looking at those before', async () => {
    await open();
    const raw = openDatabase(file);
    const plan = raw.prepare<{ detail: string }>(
      `explain query plan select * from events where position > 5 and +stream >= 'acme-' and +stream < 'acme.' order by position limit 9`,
    );
    expect(plan.all().map(({ detail }) => detail)).toEqual([
      'SEARCH events USING INTEGER PRIMARY KEY (rowid>?)',
    ]);
    raw.close();
  });

  it.each(['3', '2/2', 'x', '-1', ''])(
    'refuses to resume after "%s" in a log of two events',
    async (after) => {
      const store = await open();
      await store.append(freshStream(store), events(2), 'no-stream');
      await expect(new Subscriber(store, after).ended).rejects.toBeInstanceOf(PositionBeyondEnd);
    },
  );

  it('delivers large events page by page, all of them', async () => {
    const store = await open();
    const stream = freshStream(store);
    for (let revision = -1; revision < 9; revision++) {
      const large = [{ ...anEvent(), bytes: Buffer.alloc(700_000, revision + 2) }];
      await store.append(stream, large, revision < 0 ? 'no-stream' : revision);
    }
    const table = new EventTable(keepOpen(openDatabase(file)), 'acme');
    expect(table.pageAfter(0).map(({ revision }) => revision)).toEqual([0, 1]);
    const subscriber = new Subscriber(store);
    await subscriber.untilEvents(10);
    expect(subscriber.events.map(({ bytes }) => [bytes.byteLength, bytes[0]])).toEqual(
      Array.from({ length: 10 }, (_, n) => [700_000, n + 1]),
    );
    await subscriber.leave();
  });

  it('lets others have a turn while a subscriber catches up', async () => {
    const store = await open();
    for (let n = 0; n < 4; n++) await store.append(freshStream(store), events(1_000), 'no-stream');
    const subscriber = new Subscriber(store);
    await new Promise(setImmediate);
    expect(subscriber.events.length).toBeLessThan(4_000);
    await subscriber.untilEvents(4_000);
    await subscriber.leave();
  });

  it('copies the log while it is written to; the copy gets an id of its own and goes its own way', async () => {
    const store = await open();
    const stream = freshStream(store);
    const batch = events(3);
    await store.append(stream, batch, 'no-stream');
    const copied = join(folder, 'copy.sqlite');
    await Promise.all([store.backupTo(copied), store.append(freshStream(store), events(1), 'no-stream')]);
    const renewed = renewLogId(copied);
    const copy = await open(copied);
    expect((await copy.read(stream)).map(plain)).toEqual(asStored(stream, batch));
    expect(await copy.logId()).toBe(renewed);
    expect(await store.logId()).not.toBe(renewed);
    await copy.append(stream, events(1), 2);
    expect(await store.read(stream)).toHaveLength(3);
  });

  it.each(['', 'Acme', 'ac-me', '1acme', 'acme '])(
    'is not opened for the installation "%s"',
    async (installation) => {
      await expect(openSqliteEventStore({ file, installation })).rejects.toThrow(RangeError);
    },
  );
});
