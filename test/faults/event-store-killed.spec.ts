import { docket, documentOf, jsonAt, Place, stopServer, type Child, type Server } from '../e2e/cli.fixture';
import { howOften } from './how-often.fixture';
import { OwnEventStore } from './own-event-store.fixture';
import { ServerProfile, stopChild } from './server-profile.fixture';
import { audit, Writers } from './writers.fixture';
import { describeOnOwnServers } from './own-servers.fixture';

const KILLS = howOften('FAULT_CYCLES', { short: 5, long: 125 });
const NOTHING = { lost: [], doubled: [], outOfOrder: [] };
describeOnOwnServers('the event store killed in the middle of the writes of eight people', (programs) => {
  const place = new Place();
  const writers = new Writers();
  let eventStore: OwnEventStore;
  let profile: ServerProfile;
  let api: Server;
  let worker: Child;
  let repeated = 0;
  const list = () => `/api/v1/portfolios/${writers.portfolioId}/projects?limit=1000`;

  const untilReadable = async (): Promise<number> => {
    for (;;) {
      const { total } = await jsonAt(api, `${list()}&after=${writers.lastPosition}`);
      if (total !== undefined) return total;
    }
  };

  beforeAll(async () => {
    eventStore = await OwnEventStore.start(place.at('log'));
    profile = await ServerProfile.start(programs, eventStore);
    worker = await profile.worker();
    api = await profile.api();
    await writers.begin(api.address);
  }, 60_000);
  afterAll(async () => {
    await stopServer(api);
    await stopChild(worker);
    await profile.stop();
    await place.remove();
  }, 60_000);

  it(
    `${KILLS} times: nothing acknowledged is lost, doubled or out of order, and a repetition has one effect`,
    async () => {
      for (let kill = 0; kill < KILLS; kill++) {
        let killed: Promise<void> = Promise.resolve();
        await writers.writeSome(api.address, 20 + ((kill * 17) % 23), () => {
          killed = eventStore.kill().then(() => eventStore.startAgain());
        });
        await killed;
        expect(audit(writers.sent, await profile.events())).toEqual(NOTHING);
        repeated += writers.unacknowledged.length;
        await writers.repeatUntilKnown(api.address);
        await untilReadable();
      }
      expect(audit(writers.sent, await profile.events())).toEqual({
        lost: [],
        doubled: [],
        outOfOrder: [],
      });
      expect(await untilReadable()).toBe(writers.proposals);
      const replayed = await docket(['replay', list(), '--json'], profile.settings());
      expect([replayed.code, documentOf(replayed).total]).toEqual([0, writers.proposals]);
      const verified = await docket(['verify-chain', '--json'], profile.settings());
      expect(documentOf(verified)).toMatchObject({ whole: true, faults: [] });
      expect([worker.stderr, api.child.stderr].join('')).not.toMatch(/unhandled|uncaught/i);
      process.stdout.write(
        `${KILLS} kills of the event store mid-append: 0 acknowledged events lost, 0 doubled, 0 out of order (${writers.sent.length} writes, ${repeated} of them acknowledged only when repeated)\n`,
      );
    },
    KILLS * 60_000 + 60_000,
  );
});
