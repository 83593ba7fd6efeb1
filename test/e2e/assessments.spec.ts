import type { Caller, Loose } from './docket.fixture';
import { Office } from './office.fixture';
import { inShort } from './problem.fixture';
import { bridge, worthModel } from './samples.fixture';

const [scale] = worthModel.criteria.map((criterion) => criterion.scale);
const rated = (id: string, name: string) => ({
  id,
  name,
  direction: 'benefit',
  measure: 'assessment',
  scale,
});

/** Strategic fit, reach and certainty are rated and compared with each other: the worked example of the judgements. */
const model = {
  name: 'Value of 2027',
  minimumCoverage: '0.5',
  criteria: [rated('fit', 'Strategic fit'), rated('reach', 'Reach'), rated('certainty', 'Certainty')],
  weighting: {
    kind: 'pairwise',
    matrix: [
      ['1', '3', '5'],
      ['1/3', '1', '3'],
      ['1/5', '1/3', '1'],
    ],
  },
};

describe('three assessors who disagree', () => {
  let office: Office;
  let modelId: string;
  let bridgeId: string;
  let tunnelId: string;
  let before: string;
  const people: Record<string, Caller> = {};

  beforeAll(async () => {
    office = await Office.open();
    for (const person of ['p-otto', 'p-bea', 'p-carl', 'p-dina']) people[person] = await office.as(person);
    const projects = office.aimed('/api/v1/portfolios/{portfolioId}/projects');
    bridgeId = office.ids.projectId;
    tunnelId = await office.create('p-priya', projects, { ...bridge, name: 'Harbour tunnel' });
  });
  afterAll(() => office.close());

  let position = '';
  const read = async (path: string): Promise<Loose> =>
    (await office.docket.visitor.get(`${path}${path.includes('?') ? '&' : '?'}after=${position}`)).body;
  const write = async (person: string, path: string, body: object): Promise<Loose> => {
    const answer = await people[person]!.post(path, body);
    if (answer.status >= 300) throw new Error(answer.text);
    position = answer.body.position;
    return answer.body;
  };
  const assess = (person: string, projectId: string, fit: string, reach: string, certainty: string) => {
    const points = Object.entries({ fit, reach, certainty });
    const ratings = points.map(([criterion, each]) => ({
      criterion,
      points: each,
      reason: `${criterion}: ${each}, says ${person}.`,
    }));
    return write(person, `/api/v1/projects/${projectId}/assessments`, { modelId, ratings });
  };
  const ranking = (asOf?: string) =>
    read(`/api/v1/portfolios/${office.ids.portfolioId}/ranking${asOf === undefined ? '' : `?asOf=${asOf}`}`);
  const places = ({ rows }: Loose) =>
    rows.map(({ name, rank, score }: Loose) => [name, rank, score]) as unknown[];

  it('get a model whose weights follow from judgements, as worked out by hand', async () => {
    const models = office.aimed('/api/v1/portfolios/{portfolioId}/scoring-models');
    modelId = (await write('p-otto', models, model)).id;
    const detail = await read(`/api/v1/scoring-models/${modelId}`);
    expect(detail.criteria.map(({ weight }: Loose) => weight)).toEqual([
      '0.636985571745',
      '0.258284994374',
      '0.104729433881',
    ]);
    expect(detail.comparison).toEqual({
      matrix: model.weighting.matrix,
      lambdaMax: '3.038511090558',
      consistencyIndex: '0.019255545279',
      consistencyRatio: '0.033199215998',
    });
  });

  it('see what it would do to the order before it is published', async () => {
    const compared = await read(`/api/v1/scoring-models/${modelId}/comparison?with=Worth%201`);
    expect([compared.model.status, compared.against.name]).toEqual(['draft', 'Worth 1']);
    expect(
      compared.rows.map(({ name, model: here, against, moved }: Loose) => [
        name,
        here.rank,
        against.rank,
        moved,
      ]),
    ).toEqual([
      ['North bridge renewal', 1, 1, 0],
      ['Harbour tunnel', null, null, null],
    ]);
    expect(compared.heads).toEqual({ moved: 0, same: 1, gainRank: 0, loseRank: 0, rankedByNeither: 1 });
    expect([compared.own, compared.carried, compared.notices.map(({ code }: Loose) => code)]).toMatchObject([
      { ranked: 0, unranked: 2 },
      [{ criterion: 'fit', from: { name: 'Worth 1' }, as: 'strategic-fit', components: 1 }],
      ['ratings-carried', 'ratings-awaited'],
    ]);
    await write('p-otto', `/api/v1/scoring-models/${modelId}/publication`, {});
  });

  it('leave a project unranked until somebody has assessed it', async () => {
    const { rows } = await ranking();
    expect(rows.map(({ rank, reason }: Loose) => [rank, /not assessed yet/.test(reason)])).toEqual([
      [null, true],
      [null, true],
    ]);
  });

  it('rank by their mean, and can be asked why they disagree', async () => {
    await assess('p-bea', bridgeId, '5', '4', '2');
    await assess('p-carl', bridgeId, '2', '4', '4');
    await assess('p-dina', bridgeId, '4', '5', '0');
    await assess('p-bea', tunnelId, '4', '2', '2');
    await assess('p-carl', tunnelId, '4', '2', '4');
    await assess('p-dina', tunnelId, '4', '4', '5');
    const answer = await read(`/api/v1/projects/${bridgeId}/assessments`);
    expect(answer.assessments.map(({ assessor }: Loose) => assessor)).toEqual(['p-bea', 'p-carl', 'p-dina']);
    expect(answer.assessments[1].ratings[0]).toEqual({
      criterion: 'fit',
      points: '2',
      reason: 'fit: 2, says p-carl.',
    });
    expect(answer.criteria).toEqual([
      {
        ...{ criterion: 'fit', name: 'Strategic fit', maximum: '5', assessors: 3, mean: '3.666666666667' },
        ...{ spread: '1.527525', coefficientOfVariation: { value: '0.416598', notAvailable: null } },
      },
      {
        ...{ criterion: 'reach', name: 'Reach', maximum: '5', assessors: 3, mean: '4.333333333333' },
        ...{ spread: '0.57735', coefficientOfVariation: { value: '0.133235', notAvailable: null } },
      },
      {
        ...{ criterion: 'certainty', name: 'Certainty', maximum: '5', assessors: 3, mean: '2' },
        ...{ spread: '2', coefficientOfVariation: { value: '1', notAvailable: null } },
      },
    ]);
    // ranks (3, 2, 1), (1, 2½, 2½), (2, 3, 1); sums 6, 7½, 4½ around 6: S = 4½, T = 6; 12 · 4½ / (216 − 18) = 54 / 198
    expect(answer.agreement).toEqual({ value: '0.272727272727', notAvailable: null, assessors: 3, items: 3 });
    const shown = await ranking();
    before = shown.asOf.token;
    expect([shown.model.name, places(shown)]).toEqual([
      'Value of 2027',
      [
        ['North bridge renewal', 1, '3.664307606448'],
        ['Harbour tunnel', 2, '3.620710196207'],
      ],
    ]);
  });

  it('agree more or less on each criterion over all projects', async () => {
    const answer = await read(office.aimed('/api/v1/portfolios/{portfolioId}/assessments'));
    expect(answer.assessments).toHaveLength(6);
    expect(
      answer.agreement.map(({ criterion, assessors, items }: Loose) => [criterion, assessors, items]),
    ).toEqual(['fit', 'reach', 'certainty'].map((criterion) => [criterion, 3, 2]));
  });

  it('move the order when one changes their mind, and each rating is named with its reason and event', async () => {
    const { id, revision } = await assess('p-bea', bridgeId, '4', '4', '2');
    const why = await read(office.aimed(`/api/v1/portfolios/{portfolioId}/ranking/${bridgeId}`));
    expect(why.criteria[0]).toMatchObject({
      value: '3.333333333333',
      rated: { spread: '1.154701', assessors: 3, lowest: '2', highest: '4', notCounted: [] },
      missing: null,
      origin: null,
    });
    const [ofBea] = why.criteria[0].rated.ratings;
    expect(ofBea).toMatchObject({
      assessor: 'p-bea',
      origin: { type: 'CriterionRated.v1', stream: `docket-assessment-${id}`, revision },
    });
    expect(places(await ranking()).map((row) => (row as unknown[])[0])).toEqual([
      'Harbour tunnel',
      'North bridge renewal',
    ]);
    expect(places(await ranking(before))[0]).toEqual(['North bridge renewal', 1, '3.664307606448']);
  });

  it('leave their mark when one withdraws', async () => {
    const { assessments } = await read(`/api/v1/projects/${tunnelId}/assessments`);
    const { id } = assessments.find(({ assessor }: Loose) => assessor === 'p-dina');
    await write('p-dina', `/api/v1/assessments/${id}/withdrawal`, { reason: 'I know the builder.' });
    const answer = await read(`/api/v1/projects/${tunnelId}/assessments`);
    expect(answer.withdrawn).toEqual([
      expect.objectContaining({
        id,
        assessor: 'p-dina',
        withdrawnBy: 'p-dina',
        reason: 'I know the builder.',
      }),
    ]);
    expect(answer.criteria[2]).toMatchObject({ assessors: 2, mean: '3' });
  });

  it('assess nothing of their own, and nothing by a model that is retired', async () => {
    const projects = office.aimed('/api/v1/portfolios/{portfolioId}/projects');
    const own = await office.create('p-priya', projects, { ...bridge, name: 'Of Carl', sponsor: 'p-carl' });
    const ratings = [{ criterion: 'fit', points: '5', reason: 'Mine.' }];
    const refused = async (person: string, projectId: string) => {
      const head = await office.head();
      const answer = await people[person]!.post(`/api/v1/projects/${projectId}/assessments`, {
        modelId,
        ratings,
      });
      expect(await office.head()).toBe(head);
      return inShort(answer);
    };
    expect(await refused('p-carl', own)).toBe('403 own-component');
    await write('p-otto', `/api/v1/scoring-models/${modelId}/retirement`, { reason: 'Superseded.' });
    expect(await refused('p-bea', tunnelId)).toBe('409 model-retired');
    const named = await read(office.aimed(`/api/v1/portfolios/{portfolioId}/ranking?model=${modelId}`));
    expect([named.model.retired, named.notices.map(({ code }: Loose) => code)]).toEqual([
      true,
      ['model-retired'],
    ]);
    expect((await ranking()).model.name).toBe('Confidence 1');
  });

  it('need a key of their own for each intention', async () => {
    const path = `/api/v1/projects/${bridgeId}/assessments`;
    const body = {
      modelId: office.ratedModelId,
      ratings: [{ criterion: 'strategic-fit', points: '2', reason: 'So.' }],
    };
    const key = crypto.randomUUID();
    const first = await people['p-carl']!.post(path, body, key);
    expect((await people['p-carl']!.post(path, body, key)).text).toBe(first.text);
    const other = { ...body, ratings: [{ ...body.ratings[0], points: '4' }] };
    expect(inShort(await people['p-carl']!.post(path, other, key))).toBe('422 idempotency-key-reused');
    expect(
      inShort(await people['p-carl']!.post(path, { ...body, modelId: office.publishedModelId }, key)),
    ).toBe('422 idempotency-key-reused');
  });
});
