import { randomUUID } from 'node:crypto';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { Deposed, type Lead, type Leases } from '@docket/kernel';
import { until } from '@docket/kernel/testing';
import { openPool } from '@docket/postgres';
import { openPostgresLeases, openPostgresReadModels } from '..';
import { batch, START_OF_LOG, TABLES } from '../contract/samples';

const url = process.env.TEST_POSTGRES_URL;
/** Short, so that a silence is soon one; whoever waits waits for what it waits for. */
const PACE = { lengthMs: 600, signMs: 50 };

const takenInTheEnd = (leases: Leases, lease: string): Promise<Lead> =>
  until(`somebody is given ${lease}`, () => leases.take(lease));

/** A way to the server that can be frozen: bytes are held back, and nobody is told. */
const freezableWay = async (to: string) => {
  const { hostname, port } = new URL(to);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port || 5432), hostname);
    for (const socket of [near, far]) sockets.add(socket.on('error', () => undefined));
    near.pipe(far).pipe(near);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const through = new URL(to);
  through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: through.href,
    freeze: () => sockets.forEach((socket) => socket.unpipe().pause()),
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
    },
  };
};

const onRealServer = (url: string) => {
  const installation = `t${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const opened: Leases[] = [];
  const leasesOf = async (process: string, at = url) => {
    const leases = await openPostgresLeases({ url: at, installation, process, ...PACE });
    opened.push(leases);
    return leases;
  };
  afterEach(async () => {
    for (const leases of opened.splice(0)) await leases.close();
  });
  afterAll(async () => {
    const pool = await openPool(url);
    const sql = `select nspname::text from pg_namespace where starts_with(nspname::text, 'docket_${installation}')`;
    for (const [schema] of await pool.rows<[string]>({ sql, parameters: [] }))
      await pool.rows({ sql: `drop schema "${schema}" cascade`, parameters: [] });
    await pool.end();
  });

  it('stays with a leader that gives signs, however long somebody else waits', async () => {
    const lead = await takenInTheEnd(await leasesOf('first'), 'kept');
    const rival = await leasesOf('second');
    for (const end = performance.now() + 3 * PACE.lengthMs; performance.now() < end;)
      expect(await rival.take('kept')).toBeUndefined();
    expect(lead.lost.aborted).toBe(false);
  });

  it('is lost by a leader that is cut off before somebody else gets it, and that one can no longer write', async () => {
    const way = await freezableWay(url);
    const lead = await takenInTheEnd(await leasesOf('first', way.url), 'cut');
    const rival = await leasesOf('second');
    const models = await openPostgresReadModels({ url, installation, definition: 'd1', tables: TABLES });
    const live = await models.live();
    const times: Record<string, number> = {};
    lead.lost.addEventListener('abort', () => (times.lost = performance.now()));
    way.freeze();
    const { fence } = await takenInTheEnd(rival, 'cut');
    times.taken = performance.now();
    expect([lead.lost.reason, times.lost && times.lost < times.taken]).toEqual([expect.any(Deposed), true]);
    expect(fence.number).toBe(lead.fence.number + 1);
    await expect(live.commit(batch(0, 1), lead.fence)).rejects.toThrow(Deposed);
    expect(await live.checkpoint()).toEqual(START_OF_LOG);
    await models.close();
    way.close();
  });

  it('goes on under the same lead when every connection is cut and can be made anew', async () => {
    const lead = await takenInTheEnd(await leasesOf('first'), 'recut');
    const pool = await openPool(url);
    const signOf = async () =>
      (
        await pool.rows<[number]>({
          sql: `select sign from docket_${installation}.leases where lease = 'recut'`,
          parameters: [],
        })
      )[0]?.[0] ?? 0;
    const cutOff = `select count(pg_terminate_backend(pid)) from pg_stat_activity
      where pid <> pg_backend_pid() and query like '%docket_${installation}%'`;
    await pool.rows({ sql: cutOff, parameters: [] });
    const before = await signOf();
    await until('more signs are given', async () => (await signOf()) >= before + 3);
    expect(lead.lost.aborted).toBe(false);
    await pool.end();
  });

  it('waits, before it is given on, until a batch under the former lead has ended', async () => {
    const lead = await takenInTheEnd(await leasesOf('first'), 'busy');
    const rival = await leasesOf('second');
    const pool = await openPool(url);
    const order: string[] = [];
    let taking: Promise<Lead> | undefined;
    await pool.transaction(async (session) => {
      const held = `select 1 from docket_${installation}.leases where lease = 'busy' for key share`;
      await session.rows({ sql: held, parameters: [] });
      await lead.resign();
      taking = takenInTheEnd(rival, 'busy').finally(() => order.push('next lead'));
      const waiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%docket_${installation}%'`;
      const isWaiting = async () => (await pool.rows({ sql: waiting, parameters: [] })).length > 0;
      await until('the next one waits', isWaiting);
      order.push('batch ended');
    });
    await taking;
    expect(order).toEqual(['batch ended', 'next lead']);
    await pool.end();
  });
};

if (url)
  describe('a lease in PostgreSQL', () => {
    onRealServer(url);
  });
else it('is run where TEST_POSTGRES_URL says where the server is', () => expect(url).toBeFalsy());
