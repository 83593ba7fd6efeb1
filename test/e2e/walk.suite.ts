import { TestDocket, type Caller, type Loose } from './docket.fixture';
import { board, bridge, confidenceModel, seats } from './samples.fixture';

/** One walk through every room, as people would take it; run in each profile. */
export const describeWalk = (profile: string, start: () => Promise<TestDocket>) =>
  describe(`one walk through the house: ${profile}`, () => {
    let docket: TestDocket;
    let manager: Caller;
    let portfolio: string;
    let project: string;
    let body: string;
    let motion: string;
    let position: string;

    const done = (answer: { status: number; text: string; body: Loose }) => {
      if (answer.status >= 300) throw new Error(answer.text);
      position = answer.body.position;
      return answer.body;
    };

    beforeAll(async () => {
      docket = await start();
      manager = await docket.as('p-maya');
    });
    afterAll(() => docket.stopAndForget());

    it('opens a portfolio', async () => {
      portfolio = done(
        await manager.post('/api/v1/portfolios', {
          name: 'City infrastructure',
          currency: 'GBP',
          timeZone: 'Europe/London',
        }),
      ).id;
      const { body: answer } = await docket.visitor.get(`/api/v1/portfolios/${portfolio}?after=${position}`);
      expect(answer.portfolio).toMatchObject({
        id: portfolio,
        name: 'City infrastructure',
        currency: 'GBP',
        settled: true,
      });
    });

    it('takes a proposal, its report, and what a reviewer makes of it', async () => {
      const priya = await docket.as('p-priya');
      project = done(await priya.post(`/api/v1/portfolios/${portfolio}/projects`, bridge)).id;
      const today = new Date().toISOString().slice(0, 10);
      done(
        await priya.post(`/api/v1/projects/${project}/reports`, {
          reportedFor: today,
          figures: { budget: '100', forecast: '110' },
          narrative: 'Bearings late.',
        }),
      );
      const judgement = { judgedFor: today, scale: 'ipa-3', rating: 'amber', reason: 'Bearings late.' };
      done(await (await docket.as('p-dina')).post(`/api/v1/projects/${project}/confidence`, judgement));
      const { body: answer } = await docket.visitor.get(`/api/v1/projects/${project}?after=${position}`);
      expect(answer.project ?? answer).toMatchObject({ name: 'North bridge renewal', status: 'proposed' });
    });

    it('ranks it by a published model, and says why', async () => {
      const pmo = await docket.as('p-otto');
      const { id } = done(await pmo.post(`/api/v1/portfolios/${portfolio}/scoring-models`, confidenceModel));
      done(await pmo.post(`/api/v1/scoring-models/${id}/publication`));
      const { body: ranking } = await docket.visitor.get(
        `/api/v1/portfolios/${portfolio}/ranking?after=${position}`,
      );
      expect(ranking.rows).toEqual([
        expect.objectContaining({
          rank: 1,
          id: project,
          score: '3',
          contributions: [{ criterion: 'confidence', points: '3' }],
        }),
      ]);
      const { body: why } = await docket.visitor.get(`/api/v1/portfolios/${portfolio}/ranking/${project}`);
      expect(why.criteria[0]).toMatchObject({
        value: 'amber',
        contribution: '3',
        anchor: { meaning: 'Feasible, with issues.' },
      });
    });

    it('seats a body', async () => {
      const pmo = await docket.as('p-otto');
      body = done(await pmo.post(`/api/v1/portfolios/${portfolio}/bodies`, board)).id;
      for (const seat of seats) done(await pmo.post(`/api/v1/bodies/${body}/seats`, seat));
    });

    it('puts a motion to the vote', async () => {
      const secretary = await docket.as('p-sven');
      motion = done(
        await secretary.post(`/api/v1/portfolios/${portfolio}/motions`, {
          bodyId: body,
          projectId: project,
          ask: 'go',
          question: 'Shall the bridge go ahead?',
        }),
      ).id;
      done(await secretary.post(`/api/v1/motions/${motion}/ballot`));
      for (const [person, choice] of [
        ['p-chen', 'for'],
        ['p-bea', 'for'],
        ['p-carl', 'against'],
      ] as const)
        done(
          await (
            await docket.as(person)
          ).post(`/api/v1/motions/${motion}/votes`, { choice, reason: `I am ${choice}.` }),
        );
    });

    it('records the decision, and carries it to the project', async () => {
      const chair = await docket.as('p-chen');
      done(await chair.post(`/api/v1/motions/${motion}/close`));
      done(
        await chair.post(`/api/v1/motions/${motion}/decision`, { rationale: 'The load limit decides it.' }),
      );
      const status = async () => (await docket.visitor.get(`/api/v1/projects/${project}`)).text;
      for (const deadline = Date.now() + 20_000; !(await status()).includes('"authorised"');)
        if (Date.now() > deadline)
          throw new Error(`The decision did not reach the project: ${await status()}`);
      const { body: register } = await docket.visitor.get(`/api/v1/portfolios/${portfolio}/decisions`);
      expect(register.rows).toEqual([expect.objectContaining({ outcome: 'go' })]);
    });

    it('gives the same bytes again for the token of an answer, live, replayed and rebuilt', async () => {
      const path = `/api/v1/portfolios/${portfolio}/ranking`;
      const first = await docket.visitor.get(path);
      const again = `${path}?asOf=${first.body.asOf.token}`;
      const second = await docket.visitor.get(again);
      expect(second.text).toBe(first.text);
      expect((await docket.work('replay', { path: again })).result).toMatchObject({
        same: true,
        body: first.text,
      });
      await docket.work('rebuild');
      expect((await docket.visitor.get(again)).text).toBe(first.text);
    });

    it('goes on reading and reacting after a rebuild', async () => {
      const otto = await docket.as('p-otto');
      const { id } = done(
        await otto.post(`/api/v1/portfolios/${portfolio}/projects`, { ...bridge, name: 'South quay' }),
      );
      const { body: answer } = await docket.visitor.get(`/api/v1/projects/${id}?after=${position}`);
      expect(answer.project ?? answer).toMatchObject({ id, name: 'South quay', status: 'proposed' });
    });

    it('says that it is ready, with nothing behind', async () => {
      const { status, body } = await docket.visitor.get('/health/ready');
      const { reactions, ...health } = body;
      // Where a worker apart projects and reacts, the API says so.
      const state = reactions ? 'live' : 'elsewhere';
      if (reactions) expect(reactions).toEqual({ state: 'running', unfinished: 0 });
      expect([status, health]).toEqual([
        200,
        {
          status: 'ready',
          projection: { state, number: expect.any(Number), lag: { events: 0, seconds: 0 } },
          jobs: { state: 'answering', dead: 0 },
        },
      ]);
    });

    it('shows the ranked portfolio as a page', async () => {
      const page = await docket.visitor.get('/');
      expect([page.status, page.text.includes('North bridge renewal')]).toEqual([200, true]);
    });

    it('finds its log whole', async () =>
      expect((await docket.work('verify-chain')).result).toMatchObject({ whole: true, faults: [] }));
  });
