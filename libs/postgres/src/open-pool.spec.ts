import { notRun } from '@docket/kernel/testing';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { Pool as Driver } from 'pg';
import { sql as raw, Kysely } from 'kysely';
import {
  assertSettings,
  DatabaseUnavailable,
  openPool,
  Pool,
  postgresCode,
  postgresDialect,
  UnsuitableDatabase,
} from '.';

const url = process.env.TEST_POSTGRES_URL;
const isRequired = (process.env.REQUIRE_SERVERS ?? '').split(',').includes('postgres');
const sql = (text: string, ...parameters: unknown[]) => ({ sql: text, parameters });

if (!url) notRun('a pool of PostgreSQL', 'TEST_POSTGRES_URL is not set');

describe('without a server', () => {
  it('is available when REQUIRE_SERVERS names it', () => expect(url !== undefined || !isRequired).toBe(true));

  it('an address where nobody listens is reported as unavailable', async () => {
    await expect(openPool('postgres://nobody@127.0.0.1:1/none')).rejects.toThrow(DatabaseUnavailable);
  });

  it('a server that takes the connection and says nothing is given up', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const { port } = silent.address() as AddressInfo;
    await expect(openPool(`postgres://a@127.0.0.1:${port}/b`, { connectTimeout: 50 })).rejects.toThrow(
      DatabaseUnavailable,
    );
    silent.close();
  });
});

/** What a server says that asks for a password by SCRAM: its mechanisms, then the first words of the exchange. */
const authentication = (kind: number, text: string): Buffer => {
  const message = Buffer.alloc(9 + text.length);
  message.write('R');
  message.writeInt32BE(8 + text.length, 1);
  message.writeInt32BE(kind, 5);
  message.write(text, 9);
  return message;
};

describe('a server that wants a password', () => {
  const said = [authentication(10, 'SCRAM-SHA-256\0\0'), authentication(11, 'r=abc,s=c2FsdA==,i=4096')];
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    const words = said.values();
    socket.on('data', () => socket.write(words.next().value ?? Buffer.alloc(0)));
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });

  it.each(['docket', 'docket:'])('is named, where the address has none: %s@', async (who) => {
    const { port } = server.address() as AddressInfo;
    await expect(openPool(`postgres://${who}@127.0.0.1:${port}/docket`)).rejects.toMatchObject({
      name: 'UnsuitableDatabase',
      message: `PostgreSQL at 127.0.0.1:${port} wants a password for role "docket", and the address has none: postgres://USER:PASSWORD@HOST:PORT/DATABASE.`,
    });
  });
});

const onRealServer = (url: string) => {
  let pool: Pool;
  beforeAll(async () => {
    pool = await openPool(url);
  });
  afterAll(() => pool.end());

  it('gives a bigint as a number, refuses one that a number cannot keep, and leaves numeric and JSON as text', async () => {
    const rows = await pool.rows(
      sql(`select 9007199254740991::bigint, 1.50::numeric, '{"b":1,"a":2}'::json`),
    );
    expect(rows).toEqual([[9007199254740991, '1.50', '{"b":1,"a":2}']]);
    await expect(pool.rows(sql('select 9007199254740993::bigint'))).rejects.toThrow(RangeError);
  });

  it('refuses a role whose commits are not flushed, naming the setting', async () => {
    const careless = new Pool(new Driver({ connectionString: url, options: '-c synchronous_commit=off' }));
    await expect(assertSettings(careless)).rejects.toThrow(
      new UnsuitableDatabase(
        'This PostgreSQL cannot be used: synchronous_commit is off where anything but off is needed; ' +
          'statement_timeout is 0 where a limit is needed; lock_timeout is 0 where a limit is needed.',
      ),
    );
    await careless.end();
  });

  it('undoes a transaction that fails and gives the connection back', async () => {
    const failing = pool.transaction(async (session) => {
      await session.run(sql('create table never_kept (n int)'));
      await session.run(sql('select 1 / 0'));
    });
    expect(postgresCode(await failing.catch((error: unknown) => error))).toBe('22012');
    expect(await pool.rows(sql(`select to_regclass('never_kept')`))).toEqual([[null]]);
  });

  it('reports a statement that takes too long as unavailable', async () => {
    const impatient = await openPool(url, { statementTimeout: 50 });
    await expect(impatient.rows(sql('select pg_sleep(5)'))).rejects.toThrow(DatabaseUnavailable);
    await impatient.end();
  });

  it('gives a reader up early who waits for a server that says nothing, and lets a batch take its time', async () => {
    const hurried = await openPool(url, { connections: 1, answerTimeout: 400 });
    const db = new Kysely<object>({ dialect: postgresDialect(hurried) });
    const slow = raw<{ done: string }>`select 'yes' as done from pg_sleep(1)`;
    const compiled = slow.compile(db);
    for (const asked of [() => hurried.rows(compiled), () => slow.execute(db)])
      await expect(asked()).rejects.toThrow(DatabaseUnavailable);
    expect(await hurried.rows(sql('select 1'))).toEqual([[1]]);
    expect([
      await hurried.rows(compiled, 'batch'),
      await hurried.transaction((session) => session.rows(compiled)),
      await hurried.transaction((session) => session.run(compiled)),
      (await db.transaction().execute((batch) => slow.execute(batch))).rows,
    ]).toEqual([[['yes']], [['yes']], 1, [{ done: 'yes' }]]);
    await hurried.end();
  });

  it('survives a connection cut off while idle and one cut off inside a transaction', async () => {
    const victim = await openPool(url, { connections: 1 });
    const cutOff = async (pid: unknown) => pool.rows(sql('select pg_terminate_backend($1)', pid));
    const pidOf = async () => (await victim.rows<[number]>(sql('select pg_backend_pid()')))[0]?.[0];
    const first = await pidOf();
    await cutOff(first);
    const inside = victim.transaction(async (session) => {
      const [own] = await session.rows<[number]>(sql('select pg_backend_pid()'));
      await cutOff(own?.[0]);
      await session.rows(sql('select 1'));
    });
    await expect(inside).rejects.toThrow(DatabaseUnavailable);
    expect(await pidOf()).not.toBe(first);
    await victim.end();
  });

  it('serves kysely, whose end leaves the pool open', async () => {
    const db = new Kysely<object>({ dialect: postgresDialect(pool) });
    const { rows } = await raw<{ n: number }>`select ${41}::int + 1 as n`.execute(db);
    expect(rows).toEqual([{ n: 42 }]);
    await db.destroy();
    expect(await pool.rows(sql('select 1'))).toEqual([[1]]);
  });
};
if (url)
  describe('on a real server', () => {
    onRealServer(url);
  });
