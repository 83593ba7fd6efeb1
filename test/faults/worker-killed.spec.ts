import { open } from '@docket/kernel';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { sessionAt, type Child, type Server } from '../e2e/cli.fixture';
import { Caller, type Answer } from '../e2e/docket.fixture';
import { Chance } from './chance.fixture';
import { howOften } from './how-often.fixture';
import { ServerProfile, stopChild } from './server-profile.fixture';
import { describeOnOwnServers } from './own-servers.fixture';

const KILLS = howOften('FAULT_CYCLES', { short: 100, long: 1_000 });
/** Ballots that close at the same moment: more than a worker does at a time. */
const AT_ONCE = 8;
/** From the opening to the close, in milliseconds: time enough to open all of them. */
const OPEN_MS = 1_000;

const accepted = (answer: Answer): string => {
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body.id;
};

/** The people of a board over HTTP, and ballots that say when they close. */
class Board {
  private constructor(
    private readonly chair: Caller,
    private readonly manager: Caller,
    private readonly portfolioId: string,
    private readonly bodyId: string,
  ) {}

  static async convene(address: string): Promise<Board> {
    const as = async (person: string) => new Caller(address, { cookie: await sessionAt(address, person) });
    const pmo = await as('p-otto');
    const named = { name: 'City', currency: 'GBP', timeZone: 'Europe/London' };
    const portfolioId = accepted(await (await as('p-maya')).post('/api/v1/portfolios', named));
    const rules = { quorum: { kind: 'count', seats: 1 }, carryRule: 'majority-of-cast', minimumSeats: 1 };
    const bodyId = accepted(
      await pmo.post(`/api/v1/portfolios/${portfolioId}/bodies`, { name: 'Board', ...rules }),
    );
    for (const [personId, role] of [
      ['p-chen', 'chair'],
      ['p-bea', 'member'],
    ])
      accepted(await pmo.post(`/api/v1/bodies/${bodyId}/seats`, { personId, role }));
    return new Board(await as('p-chen'), await as('p-priya'), portfolioId, bodyId);
  }

  /** A motion on a project of its own. */
  async table(): Promise<string> {
    const { portfolioId, bodyId } = this;
    const project = {
      ...{ name: `Project ${randomUUID()}`, summary: 'Tracks.', wholeLifeCost: '12' },
      ...{ sponsor: 'p-maya', manager: 'p-priya', start: '2027-01-01', finish: '2029-01-01' },
    };
    const projectId = accepted(
      await this.manager.post(`/api/v1/portfolios/${portfolioId}/projects`, project),
    );
    const asked = { bodyId, projectId, ask: 'go', question: 'Shall it go ahead?' };
    return accepted(await this.chair.post(`/api/v1/portfolios/${portfolioId}/motions`, asked));
  }

  /** Opens a ballot that closes then. */
  async open(motionId: string, closesAt: number): Promise<void> {
    const body = { closesAt: new Date(closesAt).toISOString() };
    accepted(await this.chair.post(`/api/v1/motions/${motionId}/ballot`, body));
  }

  /** Nobody votes here, so that each ends without a quorum, and its motion is carried over. */
  async isClosed(motionId: string): Promise<boolean> {
    const { body } = await this.manager.get(`/api/v1/motions/${motionId}`);
    return body.formerBallots?.length === 1;
  }
}

describeOnOwnServers('one of two workers, killed while they close ballots', (programs) => {
  let profile: ServerProfile;
  let api: Server;
  let workers: Child[];
  beforeAll(async () => {
    profile = await ServerProfile.start(programs);
    workers = await Promise.all([profile.worker(), profile.worker()]);
    api = await profile.api();
  }, 60_000);
  afterAll(async () => {
    await Promise.all(workers.map(stopChild));
    await stopChild(api.child);
    await profile.stop();
  }, 60_000);

  it(
    `${KILLS} times: every ballot is closed, and once`,
    async () => {
      const chance = new Chance(KILLS);
      const board = await Board.convene(api.address);
      const motions: string[] = [];
      for (let kill = 1; kill <= KILLS; kill += 1) {
        const tabled = await Promise.all(Array.from({ length: AT_ONCE }, () => board.table()));
        const closesAt = Date.now() + OPEN_MS;
        await Promise.all(tabled.map((motionId) => board.open(motionId, closesAt)));
        motions.push(...tabled);
        await pause(Math.max(0, closesAt - Date.now()) + chance.below(150));
        const [killed, left] = kill % 2 === 0 ? workers : workers.toReversed();
        killed?.kill('SIGKILL');
        await killed?.ended;
        workers = [...(left ? [left] : []), await profile.worker()];
      }
      for (const motionId of motions) while (!(await board.isClosed(motionId))) await pause(100);
      const types = new Map<string, string[]>();
      for (const event of (await profile.events()).map((stored) => open(stored)))
        if (/^Ballot(Closed|ClockRung|ClockRefused)\./.test(event.type)) {
          const { motionId } = event.data as { motionId: string };
          types.set(motionId, [...(types.get(motionId) ?? []), event.type]);
        }
      const lost = motions.filter((motionId) => !types.get(motionId)?.includes('BallotClosed.v2'));
      const doubled = motions.filter(
        (motionId) =>
          (types.get(motionId) ?? []).length > 2 || types.get(motionId)?.includes('BallotClockRefused.v1'),
      );
      process.stdout.write(
        `${KILLS} worker kills mid-job, ${motions.length} ballots due: ${lost.length} effects lost, ${doubled.length} doubled in the log\n`,
      );
      expect({ lost, doubled }).toEqual({ lost: [], doubled: [] });
    },
    KILLS * 20_000 + 60_000,
  );
});
