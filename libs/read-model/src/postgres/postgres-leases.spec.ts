import { randomUUID } from 'node:crypto';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import {
  Deposed,
  LeasesUnavailable,
  ReadModelUnavailable,
  type Lead,
  type Leases,
  type ReadModels,
} from '@docket/kernel';
import { until, notRun } from '@docket/kernel/testing';
import { openPool, type Pool } from '@docket/postgres';
import { openPostgresLeases, openPostgresReadModels } from '..';
import { batch, checkpointAt, START_OF_LOG, TABLES } from '../contract/samples';

const url = process.env.TEST_POSTGRES_URL;
/** Short, so that a silence is soon one; whoever waits waits for what it waits for. */
const PACE = { lengthMs: 600, signMs: 50 };

/** Whoever cannot see who leads asks again. */
const stoodBy = (error: unknown): undefined => {
  if (!(error instanceof LeasesUnavailable)) throw error;
};

const takenInTheEnd = (leases: Leases, lease: string): Promise<Lead> =>
  until(`somebody is given ${lease}`, () => leases.take(lease).catch(stoodBy));

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
  const ways: Awaited<ReturnType<typeof freezableWay>>[] = [];
  const wayThere = async () => {
    const way = await freezableWay(url);
    ways.push(way);
    return way;
  };
  const leasesOf = async (process: string, at = url) => {
    const leases = await openPostgresLeases({ url: at, installation, process, ...PACE });
    opened.push(leases);
    return leases;
  };
  afterEach(async () => {
    for (const way of ways.splice(0)) way.close();
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
    const way = await wayThere();
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

  it('that somebody dropped with its schema is made anew: who led by it is deposed, and leads again', async () => {
    const leases = await leasesOf('first');
    const lead = await takenInTheEnd(leases, 'dropped');
    const pool = await openPool(url);
    await pool.rows({ sql: `drop schema docket_${installation} cascade`, parameters: [] });
    await pool.end();
    await expect(leases.standings()).rejects.toThrow(
      'The leases of this installation were dropped from PostgreSQL. A worker that runs makes them anew within seconds.',
    );
    await until('its lead is lost', async () => lead.lost.aborted);
    const again = await takenInTheEnd(leases, 'dropped');
    expect((await leases.standings()).map(({ lease, leads }) => [lease, leads])).toEqual([['dropped', true]]);
    expect(again.lost.aborted).toBe(false);
  });

  describe('with a batch under way', () => {
    let pool: Pool;
    let held: ReadModels;
    beforeEach(async () => {
      pool = await openPool(url);
      held = await openPostgresReadModels({ pool, installation, definition: 'd1', tables: TABLES });
      await held.live();
    });
    afterEach(async () => {
      await held.close();
      await pool.end();
    });

    const isWaiting = async (statement: string) => {
      const sql = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like $1`;
      return (await pool.rows({ sql, parameters: [`%docket_${installation}%${statement}%`] })).length > 0;
    };

    /** Begins a batch, and does something while it is at its checkpoint: after the fence was looked at, before anything is written. */
    const inTheMidst = async (commit: () => Promise<void>, work: () => Promise<void>) => {
      const made = `select table_schema::text from information_schema.tables
        where table_name = 'checkpoint' and starts_with(table_schema, $1)`;
      const [[schema] = []] = await pool.rows<[string]>({
        sql: made,
        parameters: [`docket_${installation}`],
      });
      let committing: Promise<unknown> | undefined;
      await pool.transaction(async (session) => {
        await session.rows({ sql: `select 1 from "${schema}".checkpoint for update`, parameters: [] });
        committing = commit().catch((error: unknown) => error);
        await until('the batch is at its checkpoint', () => isWaiting('"checkpoint" set'));
        await work();
      });
      return { committing };
    };

    it('waits, before it is given on, until a batch under the former lead has ended', async () => {
      const lead = await takenInTheEnd(await leasesOf('first'), 'busy');
      const rival = await leasesOf('second');
      const live = await held.live();
      let next: Promise<Lead> | undefined;
      let isGivenOn = false;
      const commit = () => live.commit(batch(0, 1), lead.fence);
      const { committing } = await inTheMidst(commit, async () => {
        await lead.resign();
        next = takenInTheEnd(rival, 'busy').finally(() => (isGivenOn = true));
        await until('the next one waits', async () => isGivenOn || (await isWaiting('for update')));
        expect(isGivenOn).toBe(false);
      });
      expect([(await next)?.fence.number, await live.checkpoint()]).toEqual([
        lead.fence.number + 1,
        checkpointAt(1),
      ]);
      expect(await committing).toBeUndefined();
    });

    it('waits no longer than five seconds for a leader that is frozen in the midst of a batch, of which nothing stays', async () => {
      const way = await wayThere();
      const lead = await takenInTheEnd(await leasesOf('first', way.url), 'frozen');
      const frozen = await openPostgresReadModels({
        url: way.url,
        installation,
        definition: 'd1',
        tables: TABLES,
      });
      const [its, live] = [await frozen.live(), await held.live()];
      const before = await live.checkpoint();
      const commit = () => its.commit(batch(before.number, 1), lead.fence);
      const { committing } = await inTheMidst(commit, async () => way.freeze());
      const { fence } = await takenInTheEnd(await leasesOf('second'), 'frozen');
      expect([fence.number, await live.checkpoint()]).toEqual([lead.fence.number + 1, before]);
      await live.commit(batch(before.number, 1), fence);
      expect(await live.checkpoint()).toEqual(checkpointAt(before.number + 1));
      way.close();
      expect(await committing).toBeInstanceOf(ReadModelUnavailable);
      await frozen.close();
    }, 30_000);
  });
};

if (url)
  describe('a lease in PostgreSQL', () => {
    onRealServer(url);
  });
else notRun('leases in PostgreSQL', 'TEST_POSTGRES_URL is not set');
