import type { Loose } from './docket.fixture';
import { Office } from './office.fixture';
import { inShort } from './problem.fixture';
import { liveOn } from './lived-office.fixture';
import { bridge, fitRating } from './samples.fixture';

/** The text of a page, as a person reads it. */
const textOf = (page: string): string =>
  page
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.:;)])/g, '$1')
    .replace(/\( /g, '(');

describe('the evidence behind a place', () => {
  let office: Office;
  let since: string;
  let projectId: string;
  beforeAll(async () => {
    office = await Office.open();
    const { ratedModelId: modelId } = office;
    const named = { ...bridge, name: 'Harbour tunnel' };
    projectId = await office.create('p-priya', office.aimed(`${P}/projects`), named);
    for (const [person, points] of [
      ['p-dina', '4'],
      ['p-bea', '2'],
      ['p-carl', '5'],
    ] as const) {
      const ratings = [{ ...fitRating, points, reason: `${points}, as ${person} sees it.` }];
      await office.done(person, `/api/v1/projects/${projectId}/assessments`, { modelId, ratings });
    }
    since = (await read(office.aimed(`${P}/ranking`))).asOf.token;
    const priya = await office.as('p-priya');
    const path = `/api/v1/projects/${projectId}/business-case`;
    const handed = await priya.write('PUT', path, { ...named, sponsor: 'p-carl' });
    if (handed.status !== 200) throw new Error(handed.text);
  });
  afterAll(() => office.close());

  const P = '/api/v1/portfolios/{portfolioId}';
  const get = async (path: string) =>
    office.docket.visitor.get(`${path}${path.includes('?') ? '&' : '?'}after=${await office.head()}`);
  const read = async (path: string): Promise<Loose> => {
    const { status, body, text } = await get(path);
    if (status !== 200) throw new Error(text);
    return body;
  };
  const page = async (path: string, query = ''): Promise<string> => {
    const { portfolioId } = office.ids;
    const asked = `portfolio=${portfolioId}&project=${projectId}&model=${office.ratedModelId}${query}`;
    return textOf((await office.docket.visitor.get(`${path}?${asked}`)).text);
  };

  it('is every rating that counts, and apart from them those whose assessor has come to have a part', async () => {
    const why = await read(office.aimed(`${P}/ranking/${projectId}?model=${office.ratedModelId}`));
    const { rated, value, origin } = why.criteria[0];
    // (4 + 2) / 2
    expect([value, origin, rated.assessors, rated.lowest, rated.highest]).toEqual(['3', null, 2, '2', '4']);
    expect(rated.ratings.map(({ assessor, points }: Loose) => [assessor, points])).toEqual([
      ['p-bea', '2'],
      ['p-dina', '4'],
    ]);
    expect(rated.notCounted).toMatchObject([
      { assessor: 'p-carl', points: '5', because: 'sponsor', since: { type: 'ProposalRevised.v2' } },
    ]);
    const told = await page('/project');
    expect(told).toContain('3.00, mean of 2 assessors, 2 to 4, spread 1.4');
    expect(told).toContain('Dina Farouk (p-dina): 4 (Serves an objective alone.)');
    expect(told).toMatch(/Carl Mbeki \(p-carl\): 5 .*Not counted: now its sponsor, since event \d+/);
    expect(told).toContain('Carl Mbeki (p-carl), not counted: now its sponsor');
  });

  it('is who moved it, how, and why, in an answer and in a sentence of the page', async () => {
    const { row } = await read(
      office.aimed(`${P}/ranking/${projectId}/moves?since=${since}&model=${office.ratedModelId}`),
    );
    expect(row.parts).toMatchObject([
      {
        actor: 'p-priya',
        type: 'ProposalRevised.v2',
        sentence:
          'p-priya revised its business case: sponsor p-carl instead of p-maya; what p-carl rated counts no longer',
        changes: [{ criterion: 'strategic-fit', from: '3.666666666667', to: '3' }],
        fields: [{ path: 'sponsor', before: 'p-maya', after: 'p-carl' }],
      },
    ]);
    expect(await page('/moves', `&since=${since}`)).toMatch(
      /Priya Raman \(p-priya\) revised its business case: sponsor Carl Mbeki \(p-carl\) instead of Maya Okafor \(p-maya\); what Carl Mbeki \(p-carl\) rated counts no longer \(event \d+, [\d-]+\): -0\.667/,
    );
    const token = (await read(office.aimed(`${P}/ranking`))).asOf.token;
    expect(await page('/moves', `&since=${token}`)).toMatch(/Nothing moved since \d{4}-\d\d-\d\d\./);
  });

  it('gives the reason of a rating with the event that gave it', async () => {
    const all = await read(
      office.aimed(`${P}/ranking/${projectId}/moves?since=1&model=${office.ratedModelId}`),
    );
    const byCarl = all.row.parts.find(({ actor }: Loose) => actor === 'p-carl');
    expect([byCarl.sentence, byCarl.reason]).toEqual([
      'p-carl rated Strategic fit 5',
      '5, as p-carl sees it.',
    ]);
    const event = await read(`/api/v1/events/${byCarl.number}`);
    expect([event.facts.points, event.words]).toEqual(['5', { reason: '5, as p-carl sees it.' }]);
  });

  it('is what became of each assessment: given, revised, withdrawn, each with its event', async () => {
    const before = (await read(office.aimed(`${P}/ranking`))).asOf.token;
    const path = `/api/v1/projects/${projectId}/assessments`;
    const ratings = [{ ...fitRating, points: '5', reason: 'I was shown the survey.' }];
    const { id } = (await office.done('p-dina', path, { modelId: office.ratedModelId, ratings })).body;
    await office.done('p-dina', `/api/v1/assessments/${id}/withdrawal`, {
      reason: 'I know the builder.',
    });
    const ofDina = async (query = '') =>
      (await read(`${path}/history${query}`)).assessments.find(
        ({ assessor }: Loose) => assessor === 'p-dina',
      );
    const { status, versions, model } = await ofDina();
    expect([status, model.name]).toEqual(['withdrawn', 'Worth 1']);
    expect(versions.map(({ kind, by, reason }: Loose) => [kind, by, reason])).toEqual([
      ['given', 'p-dina', null],
      ['revised', 'p-dina', null],
      ['withdrawn', 'p-dina', 'I know the builder.'],
    ]);
    expect(versions.map(({ ratings: all }: Loose) => all)).toMatchObject([
      [{ from: null, to: '4', reason: '4, as p-dina sees it.' }],
      [{ from: '4', to: '5', reason: 'I was shown the survey.' }],
      [{ from: '5', to: null, reason: null }],
    ]);
    for (const { events } of versions)
      expect((await read(`/api/v1/events/${events[0]}`)).actor).toBe('p-dina');
    expect((await ofDina(`?asOf=${before}`)).versions).toHaveLength(1);
    expect(await page('/project')).toMatch(
      /Dina Farouk \(p-dina\) by Worth 1: given, revised, withdrawn .*withdrawn by Dina Farouk \(p-dina\) on [\d-]+: “I know the builder\.”/,
    );
  });
});

describe('an event by its number', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
    await liveOn(office);
  });
  afterAll(() => office.close());

  const get = (path: string) => office.docket.visitor.get(path);
  const opened = async (number: number | string, query = ''): Promise<Loose> =>
    (await get(`/api/v1/events/${number}${query}`)).body;
  const numberOf = async (type: string): Promise<number> => {
    const readModel = office.docket.running.system.live.current();
    const lines = await readModel.numbers({ after: 0, limit: 1_000 });
    const found = lines.find((line) => line.type.startsWith(type));
    if (!found) throw new Error(`No ${type} was recorded.`);
    return found.number;
  };

  it('is told as it is stored, with its place in the chain of its stream', async () => {
    const first = await opened(await numberOf('MotionTabled'));
    const second = await opened(await numberOf('BallotOpened'));
    expect([second.stream, second.revision, second.previous]).toEqual([first.stream, 1, first.hash]);
    expect([first.previous, first.withheld]).toEqual([null, null]);
    expect(first).toMatchObject({
      ...{ type: 'MotionTabled.v3', actor: 'p-sven', authentication: 'local-session', origin: 'live' },
      ...{ onBehalfOf: null, portfolio: office.ids.portfolioId, knownAt: null },
      facts: { motionId: office.ids.motionId, ask: 'go', proposer: 'p-sven' },
      words: { question: 'Shall it go ahead?' },
      guards: expect.arrayContaining([{ stream: expect.any(String), revision: expect.any(Number) }]),
    });
  });

  it('stands in as many numbers as there are, each of which opens', async () => {
    const { number: last } = await office.docket.running.system.live.current().checkpoint();
    for (let number = 1; number <= last; number++) expect((await opened(number)).number).toBe(number);
    expect(inShort(await get(`/api/v1/events/${last + 1}`))).toBe('404 event-unknown');
    expect((await opened(last + 1)).detail).toContain(`events 1 to ${last} are known`);
  });

  it('shows a vote of an open ballot as the history of its motion does, to everybody', async () => {
    const vote = await opened(await numberOf('VoteCast'));
    const { entries } = (await get(office.aimed('/api/v1/motions/{motionId}/history'))).body;
    const inHistory = entries.find(({ number }: Loose) => number === vote.number);
    expect({ ...vote.facts, ...vote.words }).toEqual(inHistory.details);
  });

  it('withholds what a process notes for itself, which no read shows', async () => {
    const number = await numberOf('DecisionFollowUpOpened');
    const told = await opened(number);
    expect([told.actor, told.facts, told.words]).toEqual(['process:decision-follow-up', null, null]);
    expect(told.withheld).toContain('no read shows it');
    expect(textOf((await get(`/events/${number}`)).text)).toContain('no read shows it');
  });

  it('is not known as of before it', async () => {
    const number = await numberOf('BallotOpened');
    expect(inShort(await get(`/api/v1/events/${number}?asOf=${number - 1}`))).toBe('404 event-unknown');
    expect((await opened(number, `?asOf=${number - 1}`)).detail).toContain(
      `events 1 to ${number - 1} are known`,
    );
    expect((await opened(number, `?asOf=${number}`)).number).toBe(number);
  });

  it.each(['0', '1e3', '-1', '2.5', '007', '+1', '0x1', 'one', '%20', '9'.repeat(40)])(
    'is none of: %s',
    async (number) => {
      const answer = await get(`/api/v1/events/${number}`);
      expect(inShort(answer)).toBe('400 number-malformed');
      expect((await get(`/events/${number}`)).status).toBe(400);
    },
  );

  it('has a page that people can read, to which others lead', async () => {
    const number = await numberOf('StatusReportCorrected');
    const { status, text } = await get(`/events/${number}`);
    const told = textOf(text);
    expect(status).toBe(200);
    for (const part of [
      `Event ${number}: StatusReportCorrected.`,
      'By Priya Raman (p-priya)',
      'reason It was not soon.',
      'What it was decided on',
      'Hash of its facts',
    ])
      expect(told).toContain(part);
    const query = `portfolio=${office.ids.portfolioId}&project=${office.ids.projectId}`;
    expect((await get(`/project?${query}`)).text).toContain(`href="/events/${number}?`);
    expect((await get(`/events/999999`)).status).toBe(404);
  });

  it('is the same in a replay from the log alone', async () => {
    const number = await numberOf('VoteCast');
    const { result } = await office.docket.work('replay', {
      path: `/api/v1/events/${number}?asOf=${number}`,
    });
    expect(result.same).toBe(true);
  });
});
