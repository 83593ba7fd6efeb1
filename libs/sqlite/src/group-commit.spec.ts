import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from './database';
import { CommitUnknown, GroupCommit, NotCommitted } from './group-commit';
import { openDatabase } from './open-database';

/** Commits as the write-ahead log shows them: frames that carry the database's size after a commit. */
const commitsIn = (database: Database): number => {
  const log = readFileSync(`${database.path}-wal`);
  const pageSize = log.readUInt32BE(8);
  let commits = 0;
  for (let frame = 32; frame + 24 + pageSize <= log.length; frame += 24 + pageSize)
    if (log.readUInt32BE(frame + 4) > 0) commits++;
  return commits;
};

describe('committing in groups', () => {
  let folder: string;
  let database: Database;
  let writer: GroupCommit;
  const side = (n: number) => () => Number(database.prepare('insert into fence values (?)').run(n).changes);
  const sides = () => database.prepareArrays<[number]>('select side from fence order by side').all().flat();

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'docket-group-'));
    database = openDatabase(join(folder, 'data.sqlite'));
    database.exec('create table fence(side integer primary key) strict');
    writer = new GroupCommit(database);
  });
  afterEach(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });

  it('commits once for what is submitted in one turn, and once each for what is not', async () => {
    const before = commitsIn(database);
    await Promise.all(Array.from({ length: 100 }, (_, n) => writer.submit(side(n))));
    expect(commitsIn(database) - before).toBe(1);
    for (let n = 100; n < 105; n++) await writer.submit(side(n));
    expect(commitsIn(database) - before).toBe(6);
    expect(sides()).toHaveLength(105);
  });

  it('answers nobody before the commit', async () => {
    const witness = openDatabase(database.path, { readOnly: true });
    const seen = writer.submit(side(1)).then(() => witness.prepareArrays('select side from fence').all());
    expect(sides()).toEqual([]);
    expect(await seen).toEqual([[1]]);
    witness.close();
  });

  it('undoes alone what throws, and keeps its neighbours', async () => {
    const torn = () => {
      side(2)();
      throw new Error('The ladder broke.');
    };
    const results = await Promise.allSettled(
      [side(1), torn, side(1), side(3)].map((work) => writer.submit(work)),
    );
    expect(
      results.map((result) => (result.status === 'fulfilled' ? result.value : result.reason.message)),
    ).toEqual([1, 'The ladder broke.', 'UNIQUE constraint failed: fence.side', 1]);
    expect(sides()).toEqual([1, 3]);
  });

  it('does at once what waits when drained', () => {
    const submitted = writer.submit(side(1));
    writer.drain();
    expect(sides()).toEqual([1]);
    return expect(submitted).resolves.toBe(1);
  });

  it('tells everybody when the commit fails, and works again afterwards', async () => {
    database.exec(`
      create table gate(side integer references fence(side) deferrable initially deferred) strict;
      create trigger hang after insert on fence when new.side = 13 begin insert into gate values (99); end;`);
    const failing = await Promise.allSettled([side(1), side(13)].map((work) => writer.submit(work)));
    expect(failing.map((result) => result.status === 'rejected' && result.reason.name)).toEqual([
      'NotCommitted',
      'NotCommitted',
    ]);
    expect(await writer.submit(side(2))).toBe(1);
    expect(sides()).toEqual([2]);
  });

  it('stores nothing of what a full disk cut off, and says so', async () => {
    database.exec('create table plank(wood blob) strict');
    database.exec(
      `pragma max_page_count = ${Number(database.prepareArrays<[number]>('pragma page_count').get()![0]) + 20}`,
    );
    const plank = (size: number) => () =>
      database.prepare('insert into plank values (zeroblob(?))').run(size);
    const results = await Promise.allSettled(
      [plank(100), plank(1_000_000)].map((work) => writer.submit(work)),
    );
    expect(results[1]!.status).toBe('rejected');
    const stored = Number(database.prepareArrays<[number]>('select count(*) from plank').get()![0]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(stored);
    await writer.submit(side(1));
    expect(sides()).toEqual([1]);
  });

  it('is undone for certain while another connection holds the file', async () => {
    const impatient = openDatabase(database.path, { busyTimeout: 0 });
    database.exec('begin immediate');
    const refused = new GroupCommit(impatient).submit(() => impatient.exec('insert into fence values (1)'));
    await expect(refused).rejects.toBeInstanceOf(NotCommitted);
    database.exec('rollback');
    impatient.close();
  });

  it('stores nothing once its file was removed, replaced or moved away, and says which file', async () => {
    const away = `${database.path}.away`;
    renameSync(database.path, away);
    writeFileSync(database.path, '');
    const refused = writer.submit(side(1));
    await expect(refused).rejects.toThrow(NotCommitted);
    await expect(refused).rejects.toThrow(`${database.path} was removed or replaced while it was in use`);
    rmSync(database.path);
    await expect(writer.submit(side(2))).rejects.toThrow(NotCommitted);
    renameSync(away, database.path);
    expect(await writer.submit(side(3))).toBe(1);
    expect(sides()).toEqual([3]);
  });

  it('acknowledges nothing whose file went away while it was committed', async () => {
    const removed = writer.submit(() => rmSync(database.path));
    await expect(removed).rejects.toBeInstanceOf(CommitUnknown);
  });

  it('is undone for certain when the disk fails before the commit', async () => {
    const work = () => {
      database.exec('rollback');
      throw Object.assign(new Error('disk I/O error'), { errcode: 10 });
    };
    const results = await Promise.allSettled([writer.submit(side(1)), writer.submit(work)]);
    expect(results.map((result) => result.status === 'rejected' && result.reason.name)).toEqual([
      'NotCommitted',
      'NotCommitted',
    ]);
    expect(sides()).toEqual([]);
  });

  it('does not know the outcome when the disk fails during the commit', async () => {
    const exec = database.exec.bind(database);
    const diskFails = Object.assign(new Error('disk I/O error'), { errcode: 10 });
    jest.spyOn(database, 'exec').mockImplementation((sql) => {
      if (sql === 'commit') throw diskFails;
      exec(sql);
    });
    const answer = writer.submit(side(1));
    await expect(answer).rejects.toBeInstanceOf(CommitUnknown);
    await expect(answer).rejects.toMatchObject({ cause: diskFails });
    expect(sides()).toEqual([]);
  });
});
