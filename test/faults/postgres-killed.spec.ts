import { docket, documentOf, jsonAt, stopServer, type Child, type Server } from '../e2e/cli.fixture';
import { howOften } from './how-often.fixture';
import { ServerProfile, stopChild } from './server-profile.fixture';
import { audit, Writers } from './writers.fixture';
import { describeOnOwnServers } from './own-servers.fixture';

const KILLS = howOften('FAULT_CYCLES', { short: 5, long: 125 });
describeOnOwnServers(
  'PostgreSQL killed in the middle of the batches of a worker, under eight people who write',
  (programs) => {
    const writers = new Writers();
    let profile: ServerProfile;
    let api: Server;
    let worker: Child;
    const list = () => `/api/v1/portfolios/${writers.portfolioId}/projects?limit=1000`;

    const untilReadable = async (): Promise<number> => {
      for (;;) {
        const { total } = await jsonAt(api, `${list()}&after=${writers.lastPosition}`);
        if (total !== undefined) return total;
      }
    };

    beforeAll(async () => {
      profile = await ServerProfile.start(programs);
      worker = await profile.worker();
      api = await profile.api();
      await writers.begin(api.address);
    }, 60_000);
    afterAll(async () => {
      await stopServer(api);
      await stopChild(worker);
      await profile.stop();
    }, 60_000);

    it(
      `${KILLS} times: writes that were acknowledged are there once, and the rows are those of the log`,
      async () => {
        for (let kill = 0; kill < KILLS; kill++) {
          let killed: Promise<void> = Promise.resolve();
          await writers.writeSome(api.address, 20 + ((kill * 17) % 23), () => {
            killed = profile.postgres.kill();
          });
          await killed;
          await profile.postgres.startAgain();
          await writers.repeat(api.address);
          await untilReadable();
        }
        const projects = await untilReadable();
        expect([writers.unacknowledged, projects]).toEqual([[], writers.proposals]);
        const replayed = await docket(['replay', list(), '--json'], profile.settings());
        expect([replayed.code, documentOf(replayed).total, replayed.stderr]).toEqual([
          0,
          projects,
          expect.stringContaining('the same bytes'),
        ]);
        expect(audit(writers.sent, await profile.events())).toEqual({
          lost: [],
          doubled: [],
          outOfOrder: [],
        });
        const verified = await docket(['verify-chain', '--json'], profile.settings());
        expect(documentOf(verified)).toMatchObject({ whole: true, faults: [] });
        expect([worker.stderr, api.child.stderr].join('')).not.toMatch(/unhandled|uncaught/i);
        process.stdout.write(
          `${KILLS} kills of PostgreSQL mid-batch: ${writers.sent.length} writes, 0 lost, 0 doubled; live equals replayed\n`,
        );
      },
      KILLS * 30_000 + 60_000,
    );
  },
);
