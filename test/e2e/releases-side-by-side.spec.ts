import { DEFINITION, decodeEvent, openSystem, projections, readSettings, type System } from '@docket/host';
import { until, notRun } from '@docket/kernel/testing';
import { startProtocolServer, type ProtocolServer } from '../protocol-server';
import { TestDocket, type Caller } from './docket.fixture';
import { board, bridge, confidenceModel, seats } from './samples.fixture';
import {
  dropInstallation,
  newInstallation,
  serverAt,
  serverEnvironment,
  NO_SERVERS,
} from './servers.fixture';

const postgres = serverAt('TEST_POSTGRES_URL');
const redis = serverAt('TEST_REDIS_URL');

/** A later release, which answers as this one does: what differs is the version. */
const LATER = { definition: 'later', projections, decode: decodeEvent };

const story = (postgres: string, redis: string) => {
  const installation = newInstallation();
  let eventStore: ProtocolServer;
  let workers: System[];
  let former: TestDocket;
  let later: TestDocket;

  beforeAll(async () => {
    eventStore = await startProtocolServer();
    const server = serverEnvironment({ eventStore: eventStore.url, postgres, redis, installation });
    const worker = (definition?: typeof LATER) =>
      openSystem(
        readSettings({ PORT: '0', ...server }),
        'worker',
        () => undefined,
        () => undefined,
        definition === undefined ? {} : { definition },
      );
    workers = [await worker(), await worker(LATER), await worker(), await worker(LATER)];
    former = await TestDocket.start({ server, part: 'api' });
    later = await TestDocket.start({ server, part: 'api', definition: LATER });
  });
  afterAll(async () => {
    await former.stop();
    await later.stop();
    for (const worker of workers) await worker[Symbol.asyncDispose]();
    await eventStore.stop();
    await dropInstallation({ postgres, redis, installation });
  });

  const accepted = async (asked: ReturnType<Caller['post']>) => {
    const { status, text, body } = await asked;
    if (status >= 300) throw new Error(text);
    return body;
  };

  it('answer from their own rows what was recorded through the other', async () => {
    const opening = { name: 'City', currency: 'GBP', timeZone: 'Europe/London' };
    const maya = await former.as('p-maya');
    const { id: portfolio } = await accepted(maya.post('/api/v1/portfolios', opening));
    const pmo = await later.as('p-otto');
    const model = await accepted(pmo.post(`/api/v1/portfolios/${portfolio}/scoring-models`, confidenceModel));
    await accepted(pmo.post(`/api/v1/scoring-models/${model.id}/publication`));
    const priya = await later.as('p-priya');
    const { position } = await accepted(priya.post(`/api/v1/portfolios/${portfolio}/projects`, bridge));
    const asked = `/api/v1/portfolios/${portfolio}/ranking?after=${position}`;
    const [one, other] = [await former.visitor.get(asked), await later.visitor.get(asked)];
    expect([one.body.asOf.definition, other.body.asOf.definition]).toEqual([DEFINITION, 'later']);
    expect(other.body.rows).toEqual(one.body.rows);
    expect(one.body.rows).toEqual([expect.objectContaining({ name: bridge.name })]);
  });

  it('lead their projections each, and the reactions together', async () => {
    const standings = await workers[0]?.adapters.leases.standings();
    expect(standings?.map(({ lease, leads }) => [lease, leads])).toEqual([
      [`projections/${DEFINITION}`, true],
      ['projections/later', true],
      ['reactions', true],
    ]);
    expect(workers.map((worker) => worker.reactions() !== undefined)).toEqual([true, false, false, false]);
  });

  it('carry a decision once, whoever leads', async () => {
    const maya = await former.as('p-maya');
    const opening = { name: 'Harbour', currency: 'GBP', timeZone: 'Europe/London' };
    const { id: portfolio } = await accepted(maya.post('/api/v1/portfolios', opening));
    const priya = await former.as('p-priya');
    const { id: project } = await accepted(priya.post(`/api/v1/portfolios/${portfolio}/projects`, bridge));
    const pmo = await later.as('p-otto');
    const { id: body } = await accepted(pmo.post(`/api/v1/portfolios/${portfolio}/bodies`, board));
    for (const seat of seats) await accepted(pmo.post(`/api/v1/bodies/${body}/seats`, seat));
    const sven = await later.as('p-sven');
    const motion = { bodyId: body, projectId: project, ask: 'go', question: 'Shall it go ahead?' };
    const { id } = await accepted(sven.post(`/api/v1/portfolios/${portfolio}/motions`, motion));
    await accepted(sven.post(`/api/v1/motions/${id}/ballot`));
    for (const person of ['p-chen', 'p-bea', 'p-carl']) {
      const voter = await former.as(person);
      await accepted(voter.post(`/api/v1/motions/${id}/votes`, { choice: 'for', reason: 'It is time.' }));
    }
    const chen = await former.as('p-chen');
    await accepted(chen.post(`/api/v1/motions/${id}/close`));
    await accepted(chen.post(`/api/v1/motions/${id}/decision`, { rationale: 'Needed.' }));
    const statusAt = async ({ visitor }: TestDocket) => {
      const { body: answer } = await visitor.get(`/api/v1/projects/${project}`);
      return (answer.project ?? answer).status === 'authorised';
    };
    await until('both see the project authorised', async () => (await statusAt(former)) && statusAt(later));
    const { store } = former.running.system.adapters;
    const events = await store.read(`${installation}-project-${project}`);
    expect(events.filter(({ type }) => type.startsWith('DecisionCarried'))).toHaveLength(1);
  });

  it('go on where the release that led the reactions is taken away', async () => {
    const [first] = workers.splice(0, 1);
    await first?.[Symbol.asyncDispose]();
    await until('somebody follows', () => workers.some((worker) => worker.reactions() !== undefined));
    const { body } = await later.visitor.get('/health/ready');
    expect(body.leaders).toEqual({
      projections: expect.objectContaining({ process: expect.any(String) }),
      reactions: expect.objectContaining({ process: expect.any(String) }),
    });
  });

  it('have the read models of the other dropped once nothing of it runs any more', async () => {
    const { problem } = await later.work('drop-others');
    expect(problem).toMatchObject({
      code: 'other-release-runs',
      detail: expect.stringContaining(`leads the projections of "${DEFINITION}"`),
    });
    const ofTheFormer = workers.filter((worker) => worker.definition === DEFINITION);
    for (const worker of ofTheFormer) await worker[Symbol.asyncDispose]();
    workers = workers.filter((worker) => worker.definition !== DEFINITION);
    expect(await later.work('drop-others')).toEqual({ result: { dropped: [`${DEFINITION}-1`] } });
    expect((await later.visitor.get('/health/ready')).status).toBe(200);
  });
};

if (postgres && redis)
  describe('two releases side by side', () => {
    story(postgres, redis);
  });
else notRun('releases side by side', NO_SERVERS);
