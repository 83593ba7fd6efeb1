import type { Loose, TestDocket } from './docket.fixture';
import { Office } from './office.fixture';
import { inShort } from './problem.fixture';

const REASON = 'The load limit would close the road.';

/** Who sees what of a ballot that is open, in the profile that `start` starts. */
export const describeWithheldBallot = (profile: string, start: () => Promise<TestDocket>) =>
  describe(`the votes of an open ballot: ${profile}`, () => {
    let office: Office;
    /** The number of the first vote, and a token of a moment when it was cast. */
    let vote: number;
    let then: string;
    let path: string;
    beforeAll(async () => {
      office = await Office.open(start);
      path = `/api/v1/motions/${office.ids.motionId}`;
      await office.done('p-bea', `${path}/votes`, { choice: 'for', reason: REASON });
      const { body } = await see('operator', `${path}/history`);
      vote = body.entries.find(({ type }: Loose) => type === 'VoteCast').number;
      then = body.asOf.token;
    });
    afterAll(() => office.close());

    const see = async (person: string, of: string, query = '') =>
      (await office.as(person)).get(`${of}?after=${await office.head()}${query}`);
    const shown = async (person: string, query = '') => {
      const { body, headers } = await see(person, path, query);
      const voters = body.votes.map(({ personId }: Loose) => personId);
      return { voters, withheld: body.withheld, body, etag: headers.get('etag') ?? '' };
    };
    const votesIn = async (person: string, query = '') => {
      const { body } = await see(person, `${path}/history`, query);
      const votes = body.entries.filter(({ type }: Loose) => type === 'VoteCast').length;
      return [votes, body.withheld];
    };
    const tasks = async (reader: string, person: string) => {
      const of = `/api/v1/portfolios/${office.ids.portfolioId}/people/${person}/to-do`;
      return (await see(reader, of)).body.rows.map(({ task }: Loose) => task);
    };

    it.each(['p-bea', 'p-chen', 'p-dina', 'p-anna', 'operator'])(
      'are shown to %s, who is not recused, or audits',
      async (person) => {
        expect(await shown(person)).toMatchObject({ voters: ['p-bea'], withheld: null });
        expect(await votesIn(person)).toEqual([1, null]);
        expect((await see(person, `/api/v1/events/${vote}`)).status).toBe(200);
      },
    );

    it.each([
      ['p-priya', 'recused'],
      ['p-maya', 'recused'],
      ['visitor', 'not-entitled'],
    ])('are held back from %s: %s', async (person, why) => {
      const { voters, withheld, body, etag } = await shown(person);
      expect([voters, withheld]).toEqual([[], why]);
      expect(body).toMatchObject({ question: 'Shall it go ahead?', status: 'ballot-open' });
      expect(body.ballot.electorate.length).toBeGreaterThan(0);
      expect(etag).toMatch(/^"[0-9a-f]{24}"$/);
      expect(await votesIn(person)).toEqual([0, why]);
      expect(inShort(await see(person, `/api/v1/events/${vote}`))).toBe('403 ballot-withheld');
      const page = await (await office.as(person)).get(`/events/${vote}`);
      expect([page.status, page.text.includes(REASON)]).toEqual([403, false]);
    });

    it.each(['', 'asOf'])('are held back whatever moment is asked for %s', async (asked) => {
      const query = asked && `&asOf=${then}`;
      expect((await shown('p-maya', query)).withheld).toBe('recused');
      expect(await votesIn('p-maya', query)).toEqual([0, 'recused']);
    });

    it('are not counted by a guess at the revision', async () => {
      const maya = await office.as('p-maya');
      const guess = (revision: number) =>
        maya.write(
          'POST',
          `${path}/votes`,
          { choice: 'for', reason: 'Aye.' },
          `guess-of-revision-${revision}`,
          {
            'if-match': `"${revision}"`,
          },
        );
      const answers = [await guess(0), await guess(1), await guess(2), await guess(3)].map(inShort);
      // the rules refuse whoever has no seat, as they do without a guess
      expect(answers).toEqual(Array(4).fill('403 not-a-member'));
    });

    it('are not told by what waits for others, and nobody loses sight of what waits for them', async () => {
      expect([await tasks('p-bea', 'p-carl'), await tasks('p-maya', 'p-carl')]).toEqual([['vote'], []]);
      expect(await tasks('p-carl', 'p-carl')).toEqual(['vote']);
    });

    it('are held back from whoever declares an interest, from then on', async () => {
      expect((await shown('p-carl')).voters).toEqual(['p-bea']);
      const tie = { nature: 'financial', description: 'I own shares of the builder.' };
      await office.done('p-carl', `/api/v1/projects/${office.ids.projectId}/interests`, tie);
      const atOnce = (await (await office.as('p-carl')).get(path)).body;
      expect([atOnce.votes, atOnce.withheld]).toEqual([[], 'recused']);
      expect(await shown('p-carl')).toMatchObject({ voters: [], withheld: 'recused' });
    });

    it('are shown to everybody when it has closed, as of a moment when it was open, too', async () => {
      await office.done('p-chen', `${path}/votes`, { choice: 'against', reason: 'Later.' });
      await office.done('p-chen', `${path}/close`);
      for (const person of ['p-maya', 'p-carl', 'visitor']) {
        expect(await shown(person)).toMatchObject({ voters: ['p-bea', 'p-chen'], withheld: null });
        expect(await votesIn(person, `&asOf=${then}`)).toEqual([1, null]);
        expect((await see(person, `/api/v1/events/${vote}`)).status).toBe(200);
      }
    });
  });
