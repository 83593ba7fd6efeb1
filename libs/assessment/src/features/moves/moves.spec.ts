import { importsHistory, hasModel, idOf, knownIn, proposesTunnel } from '../../testing/imported-history';
import { Office, portfolioId } from '../../testing/office';
import { ComponentMovesQuery, MovesQuery } from './moves.query';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.close());

const movesSince = async (since?: string, { all = false, model }: { all?: boolean; model?: string } = {}) => {
  const cut = since === undefined ? {} : { since: await office.cut(since) };
  const answer = await office.queries.execute(
    new MovesQuery(await office.reading(), { portfolioId, all, ...cut, ...(model ? { model } : {}) }),
  );
  if ('outcome' in answer) throw new Error(answer.refusal.message);
  return answer;
};

const inShort = ({ rows }: Awaited<ReturnType<typeof movesSince>>) =>
  rows.map(({ name, kind, then, now, parts, placesByOthers }) => ({
    moved: `${name} ${kind} ${then.rank ?? '–'}→${now.rank ?? '–'}`,
    parts: parts.map(({ type, score, places, turn }) => [type, score, places, turn]),
    placesByOthers,
  }));

describe('what moved in an imported portfolio', () => {
  beforeEach(() => importsHistory(office));

  it('names for each component the events that moved it and how far', async () =>
    expect(inShort(await movesSince(knownIn(2018)))).toEqual([
      {
        moved: 'Bridge moved 2→1',
        parts: [['StatusReported.v2', '1.5', 1, null]],
        placesByOthers: 0,
      },
      { moved: 'Canal left –→–', parts: [['DepartureNoted.v1', '0', 0, 'left']], placesByOthers: 0 },
      { moved: 'Airport moved 1→2', parts: [], placesByOthers: -1 },
    ]));

  it('says of those that moved by nothing of their own because of what they did', async () =>
    expect((await movesSince(knownIn(2018))).byOthers).toEqual({
      components: 1,
      mostPlaces: 1,
      sentence: expect.stringMatching(
        /^1 moved by events of others alone, by 1 place: because Bridge moved 1 place up \(event \d+\) and Canal left the ranking \(event \d+\)\.$/,
      ),
    }));

  it('begins before the first event where no moment is given: everything came in', async () => {
    const answer = await movesSince();
    expect(answer.since).toEqual({ number: 0, at: null });
    expect(inShort(answer)[0]).toEqual({
      moved: 'Bridge entered –→1',
      parts: [
        ['AuthorisedProjectImported.v1', '0', 0, 'entered'],
        ['StatusReported.v2', '3.5', 0, 'became-ranked'],
        ['StatusReported.v2', '1.5', 1, null],
      ],
      placesByOthers: -1,
    });
  });

  it('lists those, too, that stayed, where all are asked for', async () => {
    const now = await office.cut();
    const reading = await office.reading();
    const stayed = new MovesQuery(reading, { portfolioId, since: now, all: true });
    const answer = await office.queries.execute(stayed);
    expect('rows' in answer && answer.rows.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'Bridge unchanged',
      'Airport unchanged',
    ]);
    expect(inShort(await movesSince(now.at))).toEqual([]);
  });

  it('says which model ranks both moments, and that it was not known at the earlier one', async () => {
    const { model, notices } = await movesSince(knownIn(2018));
    expect(model.name).toBe('Delivery health 1');
    expect(notices.at(-1)).toEqual({
      code: 'model-not-known-since',
      text: 'The model “Delivery health 1”, which ranks both moments, was published on 2026-03-02; it was not known on 2018-07-01.',
    });
    expect((await movesSince()).notices.at(-1)?.text).toMatch(/it was not known before the first event\.$/);
  });

  it('says nothing of a model that was known then', async () => {
    await hasModel(office, 'Later');
    const since = await office.cut();
    await proposesTunnel(office, '9');
    const reading = await office.reading();
    const answer = await office.queries.execute(new MovesQuery(reading, { portfolioId, since }));
    expect('notices' in answer && answer.notices).toEqual([]);
    expect('rows' in answer && answer.rows.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'Tunnel entered',
    ]);
  });
});

describe('what moved one component', () => {
  beforeEach(() => importsHistory(office));
  const movesOf = async (projectId: string, since: string) =>
    office.queries.execute(
      new ComponentMovesQuery(await office.reading(), {
        portfolioId,
        projectId,
        since: await office.cut(since),
      }),
    );

  it('are the events of others, too', async () => {
    const answer = await movesOf(idOf('Airport'), knownIn(2018));
    expect('row' in answer && answer.row.parts).toEqual([
      {
        number: expect.any(Number),
        eventId: expect.any(String),
        type: 'StatusReported.v2',
        date: knownIn(2019),
        stream: `spec-project-${idOf('Bridge')}`,
        revision: 2,
        component: { id: idOf('Bridge'), name: 'Bridge' },
        score: '0',
        places: -1,
        turn: null,
        changes: [
          {
            ...{ criterion: 'delivery-confidence', name: 'Delivery confidence', unit: null },
            ...{ from: 'amber', to: 'green', points: { from: '2.5', to: '5' } },
          },
        ],
        ratings: [],
        fields: [
          { path: 'confidence/rating', before: 'amber', after: 'green' },
          { path: 'report/reportedFor', before: '2018-07-01', after: '2019-07-01' },
        ],
        moreFields: 0,
      },
    ]);
  });

  it.each([
    ['what nobody knows', idOf('Nothing'), 'project-unknown'],
    ['what competed at neither moment', idOf('Canal'), 'project-not-ranked'],
  ])('is refused for %s', async (_, id, code) =>
    expect(await movesOf(id, '2025-01-01T00:00:00.000Z')).toMatchObject({ refusal: { code } }),
  );
});
