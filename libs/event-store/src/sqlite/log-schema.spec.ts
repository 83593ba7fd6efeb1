import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '@docket/kernel';
import { openDatabase, UnsafeDatabase } from '@docket/sqlite';
import { events, plain } from '../contract/samples.contract';
import { openSqliteEventStore } from './open-sqlite-event-store';

describe('whoever else opens the file of a log', () => {
  let folder: string;
  let file: string;
  const stores: EventStore[] = [];
  const open = async () => {
    const store = await openSqliteEventStore({ file, installation: 'acme' });
    stores.push(store);
    return store;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'docket-log-'));
    file = join(folder, 'log.sqlite');
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    rmSync(folder, { recursive: true });
  });

  const stream = `acme-project-${randomUUID()}`;
  const id = randomUUID();
  const refusals =
    /are never (changed|deleted)|stands behind the last|never used again|cannot store TEXT|CHECK constraint/;
  const values = (position: string, revision: number) =>
    `(position, stream, revision, id, type, bytes) values (${position}, '${stream}', ${revision}, '${id}', 'Forged.v1', x'00')`;

  it.each([
    ['changes an event', "update events set type = 'Forged.v1'"],
    ['changes an event in its place', "update or replace events set type = 'Forged.v1' where position = 1"],
    ['deletes events', 'delete from events'],
    ['deletes one event', 'delete from events where position = 2'],
    ['replaces an event of the stream', `insert or replace into events ${values('null', 1)}`],
    ['replaces an event by its position', `replace into events ${values('1', 2)}`],
    ['adds before the last position', `insert into events ${values('1', 2)}`],
    ['adds before the first position', `insert into events ${values('-5', 2)}`],
    ['leaves a gap in the stream', `insert into events ${values('null', 3)}`],
    [
      'turns an addition into a change',
      `insert into events ${values('null', 1)} on conflict do update set id = 'x'`,
    ],
    ['drops a conflict silently', `insert or ignore into events ${values('null', 1)}`],
    [
      'stores text as bytes',
      `insert into events(stream, revision, id, type, bytes) values ('${stream}', 2, 'x', 'T', 'text')`,
    ],
    ['changes the log id', "update log set id = 'forged'"],
    ['replaces the log id', "insert or replace into log(made, id) values (1, 'forged')"],
    ['deletes the log id', 'delete from log'],
  ])('is refused when it %s', async (_, sql) => {
    const store = await open();
    const batch = events(2);
    await store.append(stream, batch, 'no-stream');
    const before = [await store.logId(), (await store.read(stream)).map(plain)];
    const raw = openDatabase(file);
    expect(() => raw.exec(sql)).toThrow(refusals);
    raw.exec('pragma recursive_triggers = on');
    expect(() => raw.exec(sql)).toThrow(refusals);
    raw.close();
    expect([await store.logId(), (await store.read(stream)).map(plain)]).toEqual(before);
  });

  it('is not opened over a file of another release or of something else', async () => {
    const other = openDatabase(file);
    other.exec('pragma user_version = 2');
    await expect(open()).rejects.toThrow('run the release that wrote it');
    other.exec('pragma user_version = 0; create table fence(side integer)');
    await expect(open()).rejects.toBeInstanceOf(UnsafeDatabase);
    other.close();
  });

  it('finds one letter changed in the table or its index, before anything is written beside what is there', async () => {
    const store = await open();
    await store.append(stream, events(3), 'no-stream');
    await store.close();
    const whole = readFileSync(file);
    const name = Buffer.from(stream);
    const places: number[] = [];
    for (let at = whole.indexOf(name); at >= 0; at = whole.indexOf(name, at + 1)) places.push(at);
    expect(places.length).toBeGreaterThan(3);
    for (const at of places) {
      const changed = Buffer.from(whole);
      changed[at + name.length - 1]! ^= 1;
      writeFileSync(file, changed);
      await expect(open()).rejects.toThrow(/is damaged .*nothing more is written to it/);
    }
    writeFileSync(file, whole);
    expect((await (await open()).read(stream)).length).toBe(3);
  });

  it('is opened even damaged by who wants to know what can still be read', async () => {
    const store = await open();
    await store.append(stream, events(3), 'no-stream');
    await store.close();
    const changed = readFileSync(file);
    changed[changed.lastIndexOf(stream) + stream.length - 1]! ^= 1;
    writeFileSync(file, changed);
    const damaged = await openSqliteEventStore({ file, installation: 'acme', evenDamaged: true });
    stores.push(damaged);
    expect(await damaged.logId()).toMatch(/^[0-9a-f-]{36}$/);
  });
});
