import { notRun } from '@docket/kernel/testing';
import { RecordDamaged, RecordsUnavailable } from '@docket/kernel';
import { openPool } from '@docket/postgres';
import { openDatabase } from '@docket/sqlite';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasPostgresRecords, openPostgresRecords, openSqliteRecords } from '.';
import { SqliteRecords } from './sqlite/sqlite-records';
import { describeRecords, type RecordsHarness } from './records.contract';

const sqliteHarness = async (): Promise<RecordsHarness> => {
  const folder = mkdtempSync(join(tmpdir(), 'docket-records-'));
  const file = join(folder, 'records.sqlite');
  const records = await openSqliteRecords({ file });
  return {
    records,
    reopen: () => openSqliteRecords({ file }),
    dispose: async () => {
      await records.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const postgresHarness = async (url: string): Promise<RecordsHarness> => {
  const installation = `t${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const records = await openPostgresRecords({ url, installation });
  return {
    records,
    reopen: () => openPostgresRecords({ url, installation }),
    dispose: async () => {
      await records.close();
      const pool = await openPool(url);
      await pool.rows({ sql: `drop schema "docket_${installation}_records" cascade`, parameters: [] });
      await pool.end();
    },
  };
};

describeRecords('SQLite', sqliteHarness);

const url = process.env.TEST_POSTGRES_URL;
if (url) {
  describeRecords('PostgreSQL', () => postgresHarness(url));

  it('records are known to be there once they were opened, and not made by who asks', async () => {
    const installation = `t${randomUUID().replaceAll('-', '').slice(0, 12)}`;
    expect(await hasPostgresRecords({ url, installation })).toBe(false);
    expect(await hasPostgresRecords({ url, installation })).toBe(false);
    const records = await openPostgresRecords({ url, installation });
    expect(await hasPostgresRecords({ url, installation })).toBe(true);
    await records.close();
    const pool = await openPool(url);
    await pool.rows({ sql: `drop schema "docket_${installation}_records" cascade`, parameters: [] });
    await pool.end();
  });

  it('records whose database has gone away say so', async () => {
    const lines = new Set<Socket>();
    const { hostname, port } = new URL(url);
    const relay = createServer((near) => {
      const far = connect({ host: hostname, port: Number(port) });
      for (const line of [near, far]) lines.add(line.on('error', () => undefined));
      near.pipe(far).pipe(near);
    });
    await once(relay.listen(0, '127.0.0.1'), 'listening');
    const through = Object.assign(new URL(url), { port: String((relay.address() as AddressInfo).port) });
    const { records, dispose } = await postgresHarness(through.href);
    relay.close();
    for (const line of lines) line.destroy();
    await expect(records.get('paper', 'p-1')).rejects.toBeInstanceOf(RecordsUnavailable);
    await expect(records.put('paper', 'p-1', Uint8Array.of(1))).rejects.toBeInstanceOf(RecordsUnavailable);
    await dispose().catch(() => undefined);
  });
} else if ((process.env.REQUIRE_SERVERS ?? '').split(',').includes('postgres'))
  throw new Error('REQUIRE_SERVERS names postgres, but TEST_POSTGRES_URL is not set.');
else notRun('records on PostgreSQL', 'TEST_POSTGRES_URL is not set');

describe('records on a full disk', () => {
  it('say that it does not do what is asked, keep what they had, and go on once there is room', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'docket-records-'));
    const database = openDatabase(join(folder, 'records.sqlite'));
    const made = await openSqliteRecords({ file: database.path });
    await made.close();
    const records = new SqliteRecords(database);
    const large = Buffer.alloc(100_000);
    await records.put('paper', 'p-1', Uint8Array.of(1));
    database.exec('pragma max_page_count = 8');
    for (const asked of [records.put('paper', 'p-1', large), records.keep('paper', 'p-2', large)])
      await expect(asked).rejects.toBeInstanceOf(RecordsUnavailable);
    expect((await records.get('paper', 'p-1'))?.bytes).toEqual(Uint8Array.of(1));
    database.exec('pragma max_page_count = 1000');
    await records.put('paper', 'p-1', large);
    expect((await records.get('paper', 'p-1'))?.bytes).toEqual(new Uint8Array(large));
    await records.close();
    rmSync(folder, { recursive: true });
  });
});

describe('records whose bytes were changed behind our back', () => {
  it('are not given out', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'docket-records-'));
    const file = join(folder, 'records.sqlite');
    const records = await openSqliteRecords({ file });
    await records.put('paper', 'p-1', Uint8Array.of(1, 2, 3));
    const intruder = openDatabase(file);
    intruder.exec(`update records set bytes = x'010203ff'`);
    intruder.close();
    await expect(records.get('paper', 'p-1')).rejects.toBeInstanceOf(RecordDamaged);
    await records.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
