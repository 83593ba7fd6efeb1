import type { Loose } from './docket.fixture';
import { Office } from './office.fixture';
import { bridge } from './samples.fixture';

type Weights = Readonly<Record<string, string>>;

/** Criteria that assessors rate on anchors of these points, the last one the best; of `costs` less is better. */
const rated = (weights: Weights, anchors: readonly string[], costs: readonly string[] = []) =>
  Object.entries(weights).map(([id, weight]) => ({
    ...{ id, name: id, weight, measure: 'assessment' },
    direction: costs.includes(id) ? 'cost' : 'benefit',
    scale: {
      kind: 'anchors',
      maximum: anchors.at(-1),
      anchors: anchors.map((points) => ({ points, meaning: `As much as ${points}.` })),
    },
  }));

/** Benefits over cost, in half-open bands that begin at these bounds; each is worth its points. */
const worth = (first: string, ...bounds: readonly (readonly [string, string])[]) => [
  {
    ...{ id: 'worth', name: 'Worth', weight: '1', direction: 'benefit', measure: 'benefit-cost-ratio' },
    scale: {
      ...{ kind: 'bands', maximum: '5', unit: 'ratio' },
      bands: [[null, first] as const, ...bounds].map(([from, points], at) => {
        return { from, below: bounds[at]?.[0] ?? null, points, meaning: `Band ${at}.` };
      }),
    },
  },
];

/**
 * The worked numbers of scores through the whole system. Those of pairwise weights are in the story of three assessors who
 * disagree, those of earned value in the story of a portfolio.
 */
describe('a worked example', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  /** A portfolio of its own with one published model. */
  const portfolio = async (name: string, criteria: readonly object[]) => {
    const named = { name, currency: 'GBP', timeZone: 'UTC' };
    const within = `/api/v1/portfolios/${await office.create('p-maya', '/api/v1/portfolios', named)}`;
    const model = { name: 'Model', minimumCoverage: '1', criteria };
    const modelId = await office.create('p-otto', `${within}/scoring-models`, model);
    await office.done('p-otto', `/api/v1/scoring-models/${modelId}/publication`);
    const propose = (project: string, wholeLifeCost: string, expectedBenefits: string) =>
      office.create('p-priya', `${within}/projects`, {
        ...{ ...bridge, name: project },
        ...{ wholeLifeCost, expectedBenefits },
      });
    const proposeRated = async (project: string, points: Weights) => {
      const id = await propose(project, '100', '100');
      const ratings = Object.entries(points).map(([criterion, each]) => {
        return { criterion, points: each, reason: 'As worked out.' };
      });
      await office.done('p-bea', `/api/v1/projects/${id}/assessments`, { modelId, ratings });
    };
    const read = async (part: string): Promise<Loose> => {
      const after = `${part.includes('?') ? '&' : '?'}after=${await office.head()}`;
      return (await office.docket.visitor.get(`${within}/${part}${after}`)).body;
    };
    const scores = async () =>
      (await read('ranking')).rows.map(({ name: one, score }: Loose) => [one, score]);
    return { propose, proposeRated, read, scores };
  };

  it('of value: .25 · 4 + .25 · 3 + .20 · 5 + .15 · 2 + .15 · 4 = 3.65', async () => {
    const weights = { a: '0.25', b: '0.25', c: '0.2', d: '0.15', e: '0.15' };
    const { proposeRated, read } = await portfolio('Value', rated(weights, ['0', '1', '2', '3', '4', '5']));
    await proposeRated('One', { a: '4', b: '3', c: '5', d: '2', e: '4' });
    const [{ score, contributions }] = (await read('ranking')).rows;
    expect([score, contributions.map(({ points }: Loose) => points)]).toEqual([
      '3.65',
      ['1', '0.75', '1', '0.3', '0.6'],
    ]);
  });

  it('of priority: .4 · 3.65 + .3 · (5 − 2.65) + .3 · (5 − 3.25) = 2.69', async () => {
    const weights = { value: '0.4', risk: '0.3', cost: '0.3' };
    const anchors = ['0', '2.65', '3.25', '3.65', '5'];
    const { proposeRated, read } = await portfolio('Priority', rated(weights, anchors, ['risk', 'cost']));
    await proposeRated('One', { value: '3.65', risk: '2.65', cost: '3.25' });
    const [{ score, contributions }] = (await read('ranking')).rows;
    expect([score, contributions.map(({ points }: Loose) => points)]).toEqual([
      '2.69',
      ['1.46', '0.705', '0.525'],
    ]);
  });

  it('of bands: nothing falls between 3.9 and 4.0', async () => {
    const { propose, scores } = await portfolio('Bands', worth('1', ['3.9', '3'], ['4', '5']));
    await propose('Of 3.8999', '10000', '38999');
    await propose('Of 3.9', '100', '390');
    await propose('Of 3.9999', '10000', '39999');
    await propose('Of 4', '100', '400');
    expect(await scores()).toEqual([
      ['Of 4', '5'],
      ['Of 3.9', '3'],
      ['Of 3.9999', '3'],
      ['Of 3.8999', '1'],
    ]);
  });

  it('of anchored scales: X stays above Y when W comes in, and both keep their scores', async () => {
    const anchors = ['0', '20', '30', '48', '60', '80', '120'];
    const both = await portfolio('Anchored', rated({ one: '0.5', two: '0.5' }, anchors));
    await both.proposeRated('X', { one: '80', two: '30' });
    await both.proposeRated('Y', { one: '60', two: '48' });
    await both.proposeRated('Z', { one: '20', two: '20' });
    const before = [
      ['X', '55'],
      ['Y', '54'],
      ['Z', '20'],
    ];
    expect(await both.scores()).toEqual(before);
    await both.proposeRated('W', { one: '20', two: '120' });
    expect(await both.scores()).toEqual([['W', '70'], ...before]);
  });

  it('of the funding line: values 60, 100, 120 at costs 10, 20, 30 under 50 fund 160 of the best 220', async () => {
    const { propose, read } = await portfolio('Line', worth('1', ['4', '3'], ['5', '4'], ['6', '5']));
    await propose('Six', '10', '60');
    await propose('Five', '20', '100');
    await propose('Four', '30', '120');
    for (const rule of ['stop', 'fill']) {
      const { rows, sum, left, lineRank } = await read(`funding-line?budget=50&rule=${rule}`);
      expect({ sum, left, lineRank }).toEqual({ sum: '30', left: '20', lineRank: 3 });
      expect(rows.map(({ name, funded, shortBy }: Loose) => [name, funded, shortBy])).toEqual([
        ['Six', 'above', null],
        ['Five', 'above', null],
        ['Four', 'below', '10'],
      ]);
    }
  });
});
