import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { assertDurable, assertSafeVersion, openDatabase } from './open-database';
import { UnsafeDatabase } from './errors';
import type { Database } from './database';

describe('opening a database', () => {
  let folder: string;
  const opened: Database[] = [];
  const open = (...args: Parameters<typeof openDatabase>) => {
    const database = openDatabase(...args);
    opened.push(database);
    return database;
  };
  const file = () => join(folder, 'data.sqlite');
  const setting = (database: Database, name: string) =>
    Object.values(database.prepare(`pragma ${name}`).get()!)[0];

  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'docket-sqlite-'))));
  afterEach(() => {
    for (const database of opened.splice(0)) database.close();
    rmSync(folder, { recursive: true });
  });

  it('waits for the disk at every commit, logs ahead, checks references and waits for a busy file', () => {
    const database = open(file());
    const names = ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'];
    expect(names.map((name) => setting(database, name))).toEqual(['wal', 2, 1, 5_000]);
  });

  it.each(['synchronous = normal', 'foreign_keys = off'])('notices that %s', (change) => {
    const database = open(file());
    database.exec(`pragma ${change}`);
    expect(() => assertDurable(database)).toThrow(UnsafeDatabase);
  });

  it('refuses a database in memory: it survives nothing', () => {
    expect(() => openDatabase(':memory:')).toThrow('journal_mode is memory where wal is needed');
  });

  it.each(['3.51.2', '3.9.0', '2.99.9'])('refuses SQLite %s: it can corrupt a log', (version) => {
    expect(() => assertSafeVersion(version)).toThrow(UnsafeDatabase);
  });

  it.each(['3.51.3', '3.53.4', '4.0.0'])('takes SQLite %s', (version) => {
    expect(() => assertSafeVersion(version)).not.toThrow();
  });

  it('says what would help when the file is none of SQLite, or its folder is missing', () => {
    writeFileSync(file(), 'name,score\n'.repeat(500));
    expect(() => openDatabase(file())).toThrow('is no SQLite database: move it away, or restore a backup.');
    expect(() => openDatabase(join(folder, 'missing', 'data.sqlite'))).toThrow('its folder must exist');
  });

  it('only looks when told so: no file is made and nothing is written', () => {
    expect(() => openDatabase(file(), { readOnly: true })).toThrow(UnsafeDatabase);
    open(file()).exec('create table fence(side integer) strict');
    const looking = open(file(), { readOnly: true });
    expect(looking.prepare('select * from fence').all()).toEqual([]);
    expect(() => looking.exec('insert into fence values (1)')).toThrow('readonly');
  });

  it('gives rows as objects or as arrays, and takes bytes as they are', () => {
    const database = open(file());
    database.exec('create table fence(side integer, stuff blob) strict');
    const bytes = Uint8Array.from([0, 255, 10]);
    expect(database.prepare('insert into fence values (?, ?)').run(7, bytes)).toEqual({
      changes: 1,
      lastInsertRowid: 1,
    });
    const [row] = database.prepare<{ side: number; stuff: Uint8Array }>('select * from fence').all();
    expect([row!.side, Buffer.from(row!.stuff)]).toEqual([7, Buffer.from(bytes)]);
    expect(database.prepareArrays<[number]>('select side from fence').all()).toEqual([[7]]);
    expect([...database.prepareArrays<[number]>('select side from fence').iterate()]).toEqual([[7]]);
  });

  it('commits immediate work when it returns, undoes it when it throws, and holds the write lock from the start', () => {
    const database = open(file());
    database.exec('create table fence(side integer) strict');
    const second = open(file(), { busyTimeout: 0 });
    const insert = database.prepare('insert into fence values (?)');
    database.immediate(() => {
      expect(() => second.exec('begin immediate')).toThrow('locked');
      insert.run(1);
    });
    const failing = () => database.immediate(() => (insert.run(2), JSON.parse('{')));
    expect(failing).toThrow(SyntaxError);
    expect(database.isInTransaction).toBe(false);
    expect(database.prepareArrays('select side from fence').all()).toEqual([[1]]);
    expect(second.prepareArrays('select side from fence').all()).toEqual([[1]]);
  });

  it('copies itself while it is written to: the copy is whole, for the user only, and replaces nothing', async () => {
    const database = open(file());
    database.exec('create table fence(side integer, paint text) strict');
    const insert = database.prepare('insert into fence values (?, ?)');
    const write = (from: number, count: number) =>
      database.immediate(() => {
        for (let side = from; side < from + count; side++) insert.run(side, 'green '.repeat(200));
      });
    write(0, 4_000);
    const copy = join(folder, 'copy.sqlite');
    let isDone = false;
    const copying = database.backupTo(copy).finally(() => (isDone = true));
    let written = 4_000;
    for (; !isDone; written += 10) {
      write(written, 10);
      await new Promise(setImmediate);
    }
    await copying;
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    const raw = new DatabaseSync(copy);
    expect(Object.values(raw.prepare('pragma integrity_check').get()!)).toEqual(['ok']);
    const [sides, last] = Object.values(raw.prepare('select count(*), max(side) + 1 from fence').get()!);
    raw.close();
    expect(sides).toBe(last);
    expect(Number(sides) % 10).toBe(0);
    expect(sides).toBeGreaterThanOrEqual(4_000);
    await expect(database.backupTo(copy)).rejects.toThrow('EEXIST');
  });
});
