import { until } from '@docket/kernel/testing';
import { Apart } from './apart.fixture';
import { OwnPostgres } from './own-postgres.fixture';
import { Switchboard } from './switchboard.fixture';
import { describeOnOwnServers } from './own-servers.fixture';

/** Outages last, and what waits them out looks again after seconds. */
const LONG_MS = 150_000;

const story = (programs: string) => {
  let own: OwnPostgres;
  let board: Switchboard;
  let apart: Apart;
  beforeEach(async () => {
    own = await OwnPostgres.start(programs);
    board = await Switchboard.to(own);
    apart = await Apart.start(board.url);
  });
  afterEach(async () => {
    await apart.stop();
    board.close();
    await own.remove();
  });

  /** That all was told and nothing lost: every acknowledged project is in the list, and a rebuild gives the same bytes. */
  const isWhole = async () => {
    await apart.goesOn();
    const { live, rebuilt, missing } = await apart.settledLists();
    expect({ missing, unhandled: apart.unhandled }).toEqual({ missing: [], unhandled: [] });
    expect(rebuilt).toBe(live);
  };

  it(
    'is killed in the middle of batches, again and again',
    async () => {
      for (let kills = 0; kills < 3; kills += 1) {
        const before = await apart.number();
        await until('something is projected', async () => (await apart.number()) > before);
        await own.kill();
        await own.startAgain();
        await apart.goesOn();
      }
      await isWhole();
    },
    LONG_MS,
  );

  it(
    'cuts every connection, several times',
    async () => {
      for (let cuts = 0; cuts < 5; cuts += 1) {
        await own.cutConnections();
        await apart.goesOn(2);
      }
      await isWhole();
    },
    LONG_MS,
  );

  it(
    'is stopped for a while and started again',
    async () => {
      await apart.goesOn();
      await own.stop();
      const { status } = await apart.api.visitor.get('/health/ready');
      expect(status).toBe(503);
      await own.startAgain();
      await isWhole();
    },
    LONG_MS,
  );

  it(
    'fails over to another server under the same address, by way of a replica that takes no writes',
    async () => {
      await apart.goesOn();
      await own.stop();
      const next = await own.copied();
      const replica = await own.copied();
      replica.makeReplica();
      await replica.startAgain();
      board.switchTo(replica);
      await until('reads are answered again', async () => (await apart.number().catch(() => 0)) > 0, 30_000);
      await next.startAgain();
      board.switchTo(next);
      await isWhole();
      await replica.remove();
      await next.remove();
    },
    LONG_MS,
  );

  it(
    'takes far fewer connections than are asked for, for a while',
    async () => {
      await apart.goesOn();
      await own.stop();
      await own.startAgain('max_connections=2', 'superuser_reserved_connections=0', 'max_wal_senders=0');
      const isFull = () =>
        own.run('select 1').then(
          () => false,
          (error: Error) => error.message.includes('too many clients'),
        );
      await until('nobody else is let in', isFull);
      await apart.goesOn();
      await own.stop();
      await own.startAgain();
      await isWhole();
    },
    LONG_MS,
  );
};

describeOnOwnServers('the server profile goes on where PostgreSQL', story);
