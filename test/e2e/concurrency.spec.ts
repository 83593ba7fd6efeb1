import { signSession } from '@docket/identity';
import { Caller, type Answer } from './docket.fixture';
import { Office } from './office.fixture';
import { board, bridge, judgement, today } from './samples.fixture';

const twenty = Array.from({ length: 20 }, (_, at) => at);
const key = () => crypto.randomUUID();
const inFull = ({ status, text, headers }: Answer) =>
  JSON.stringify([status, text, headers.get('etag'), headers.get('location')]);

describe('many at once', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  /** How many events the log holds, as the read model counts them once it has caught up. */
  const events = async (): Promise<number> =>
    (await office.docket.visitor.get(`/api/v1/portfolios?after=${await office.head()}`)).body.asOf.number;

  it.each([
    [
      'a portfolio',
      'p-maya',
      'POST',
      '/api/v1/portfolios',
      { name: 'At once', currency: 'GBP', timeZone: 'UTC' },
      201,
    ],
    ['a project', 'p-priya', 'POST', '/api/v1/portfolios/{portfolioId}/projects', bridge, 201],
    [
      'a report',
      'p-priya',
      'POST',
      '/api/v1/projects/{projectId}/reports',
      { reportedFor: today(), figures: { budget: '5' } },
      200,
    ],
    ['a judgement', 'p-dina', 'POST', '/api/v1/projects/{projectId}/confidence', judgement, 200],
    [
      'a seat',
      'p-otto',
      'POST',
      '/api/v1/bodies/{bodyId}/seats',
      { personId: 'p-dina', role: 'member' },
      200,
    ],
  ])(
    '20 copies of one command have one effect and 20 equal answers: %s',
    async (_, person, method, template, body, status) => {
      const [once, caller, before] = [key(), await office.as(person), await events()];
      const answers = await Promise.all(
        twenty.map(() => caller.write(method, office.aimed(template), body, once)),
      );
      expect(answers[0]?.status).toBe(status);
      expect(new Set(answers.map(inFull)).size).toBe(1);
      expect(await events()).toBe(before + 1);
      expect(inFull(await caller.write(method, office.aimed(template), body, once))).toBe(
        inFull(answers[0]!),
      );
    },
  );

  it('20 different writes on one aggregate are all stored', async () => {
    const before = await events();
    const otto = await office.as('p-otto');
    const path = office.aimed('/api/v1/projects/{projectId}');
    const revised = await office.create('p-otto', office.aimed('/api/v1/portfolios/{portfolioId}/projects'), {
      ...bridge,
      name: 'Revised',
    });
    const answers = await Promise.all(
      twenty.map((at) =>
        otto.write('PUT', `/api/v1/projects/${revised}/business-case`, { ...bridge, name: `Revised ${at}` }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(twenty.map(() => 200));
    expect(answers.map(({ body }) => body.revision).sort((a, b) => a - b)).toEqual(
      twenty.map((at) => at + 1),
    );
    expect(await events()).toBe(before + 21);
    expect((await otto.get(path)).status).toBe(200);
  });

  it('of 20 writers who saw the same revision, one is heard', async () => {
    const otto = await office.as('p-otto');
    const id = await office.create('p-otto', office.aimed('/api/v1/portfolios/{portfolioId}/projects'), {
      ...bridge,
      name: 'Seen',
    });
    const { headers } = await otto.get(`/api/v1/projects/${id}?after=${await office.head()}`);
    const match = { 'if-match': headers.get('etag') ?? '' };
    const answers = await Promise.all(
      twenty.map((at) =>
        otto.write(
          'PUT',
          `/api/v1/projects/${id}/business-case`,
          { ...bridge, name: `Seen ${at}` },
          key(),
          match,
        ),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...twenty.slice(1).map(() => 412)]);
  });

  describe('at a ballot', () => {
    const voters = ['p-chen', 'p-bea', 'p-carl', 'p-dina', 'p-sam'];

    /** An open motion before a body on which all of them sit. */
    const motionFor = async (name: string): Promise<string> => {
      const bodyId = await office.create('p-otto', office.aimed('/api/v1/portfolios/{portfolioId}/bodies'), {
        ...board,
        name,
      });
      for (const personId of voters)
        await office.done('p-otto', `/api/v1/bodies/${bodyId}/seats`, {
          personId,
          role: personId === 'p-chen' ? 'chair' : 'member',
        });
      const projectId = await office.create(
        'p-otto',
        office.aimed('/api/v1/portfolios/{portfolioId}/projects'),
        { ...bridge, name },
      );
      const motion = await office.motion({ ...office.ids, bodyId, projectId });
      await office.done('p-chen', `/api/v1/motions/${motion}/ballot`);
      return motion;
    };

    const votesOf = async (motion: string) =>
      (await office.docket.operator.get(`/api/v1/motions/${motion}?after=${await office.head()}`)).body;

    it('20 votes of five voters at once are all stored, and the last of each counts', async () => {
      const motion = await motionFor('Of twenty votes');
      const before = await events();
      const callers = await Promise.all(voters.map((one) => office.as(one)));
      const cast = twenty.map((at) =>
        callers[at % 5]!.post(`/api/v1/motions/${motion}/votes`, {
          choice: at < 10 ? 'against' : 'abstain',
          reason: `Vote ${at}.`,
        }),
      );
      expect((await Promise.all(cast)).map(({ status }) => status)).toEqual(twenty.map(() => 200));
      expect(await events()).toBe(before + 20);
      const { votes } = await votesOf(motion);
      expect(votes.map(({ personId }: { personId: string }) => personId).sort()).toEqual([...voters].sort());
    });

    it('a vote and the close at once: what was accepted is counted, what was not is refused', async () => {
      for (const round of twenty.slice(0, 5)) {
        const motion = await motionFor(`Of the close ${round}`);
        const [close, ...votes] = await Promise.all([
          (await office.as('p-chen')).post(`/api/v1/motions/${motion}/close`),
          ...(await Promise.all(voters.map((one) => office.as(one)))).map((one) =>
            one.post(`/api/v1/motions/${motion}/votes`, { choice: 'for', reason: 'Yes.' }),
          ),
        ]);
        expect(close?.status).toBe(200);
        const accepted = votes.filter(({ status }) => status === 200).length;
        expect(votes.filter(({ status }) => status !== 200).map(({ body }) => body.code)).toEqual(
          Array.from({ length: 5 - accepted }, () => 'ballot-not-open'),
        );
        const { outcome, formerBallots } = await votesOf(motion);
        expect((outcome ?? formerBallots[0].outcome).count.inFavour).toBe(accepted);
      }
    });
  });

  it('a session is good in every connection at once', async () => {
    const kept = await office.docket.running.system.adapters.records.get('secret', 'session-key');
    const token = signSession(
      { person: 'p-maya', until: new Date(Date.now() + 60_000).toISOString() },
      Buffer.from(kept?.bytes ?? []).toString('utf8'),
    );
    const caller = new Caller(office.docket.running.address, { cookie: `docket_session=${token}` });
    const answers = await Promise.all(twenty.map(() => caller.get('/api/v1/session')));
    expect(new Set(answers.map(({ body }) => body.person.id))).toEqual(new Set(['p-maya']));
  });

  it('reads are answered throughout a rebuild', async () => {
    const rebuilding = office.docket.work('rebuild');
    const answers: Answer[] = [];
    for (let at = 0; at < 30; at++)
      answers.push(
        await office.docket.visitor.get(office.aimed('/api/v1/portfolios/{portfolioId}/projects')),
      );
    expect([(await rebuilding).result, new Set(answers.map(({ status }) => status))]).toEqual([
      { events: expect.any(Number) },
      new Set([200]),
    ]);
  });
});
