import fc from 'fast-check';
import { aRisingCriterion, aDefinition } from '../scoring-model/models.fixture';
import { fundedCost } from '../measures/funded-cost';
import type { MeasuredComponent } from '../measures/measures';
import { drawLine, type FundingRule } from './funding-line';
import { lowerCost, type LineTowards } from './lower-cost';
import { placementsOf, rankPlaced } from './rank';
import { readyModel } from './ready-model';

const band = (from: string | null, below: string | null, points: string) => ({
  ...{ from, below, points, meaning: `${points} points` },
});
/** Benefits over cost: worth 0 below 1, 3 from 1 on, 5 from 2 on. */
const byRatio = readyModel(
  aDefinition([
    aRisingCriterion({
      measure: 'benefit-cost-ratio',
      scale: {
        ...{ kind: 'bands', maximum: '5', unit: 'times' },
        bands: [band(null, '1', '0'), band('1', '2', '3'), band('2', null, '5')],
      },
    }),
  ]),
);
/** The dearer the better, which no board would want, and which takes the rank away from what gets cheaper. */
const dearerIsBetter = readyModel(aDefinition([aRisingCriterion()]));

const proposal = (id: string, caseCost: string, expectedBenefits: string): MeasuredComponent => ({
  ...{ id, name: id, caseCost, expectedBenefits, isProposal: true },
});

type Line = Readonly<{ budget: string; rule?: FundingRule }>;

const towards =
  (all: readonly MeasuredComponent[], { budget, rule = 'stop' }: Line): LineTowards =>
  (rows, changed) => {
    const costed = (id: string) => {
      const one = id === changed.id ? changed : all.find((each) => each.id === id);
      return { cost: one && fundedCost(one), mustHave: one?.mustHave };
    };
    return drawLine(rows, costed, { rule, budget }).rows.find(({ id }) => id === changed.id);
  };

const lower = (
  all: readonly MeasuredComponent[],
  id: string,
  line: Line,
  model: typeof byRatio = byRatio,
) => {
  const component = all.find((one) => one.id === id);
  if (!component) throw new Error('It is there.');
  const placed = all.map((one) => ({ ...one, placements: placementsOf(one, model) }));
  const found = lowerCost({ placed, component, model }, towards(all, line));
  return found && [found.cost, found.less, found.rank];
};

describe('what a component may cost at most', () => {
  it('is what the budget has left at its place, where its place stays', () =>
    expect(lower([proposal('a', '60', '200'), proposal('b', '50', '60')], 'b', { budget: '100' })).toEqual([
      '40',
      '10',
      2,
    ]));

  it('is more than that where a better ratio lifts it past others', () =>
    expect(lower([proposal('a', '60', '90'), proposal('b', '90', '160')], 'b', { budget: '100' })).toEqual([
      '80',
      '10',
      1,
    ]));

  it('is less than what it lacks now, where getting cheaper takes its rank away', () => {
    const all = [proposal('a', '3', '0'), proposal('b', '4', '0'), proposal('c', '2', '0')];
    expect(lower(all, 'b', { budget: '3.5' }, dearerIsBetter)).toBeUndefined();
    expect(lower(all, 'b', { budget: '3.5', rule: 'fill' }, dearerIsBetter)).toEqual(['0.5', '3.5', 3]);
  });

  it('is a baseline that a decision would have to lower, which nothing is ranked by', () => {
    const b = { ...proposal('b', '45', '60'), isProposal: false, baselineCost: '50' };
    const all = [proposal('a', '60', '200'), b];
    expect(lower(all, 'b', { budget: '100' })).toEqual(['40', '10', 2]);
  });

  it('is nothing where no cost is low enough, or where none is known', () => {
    const all = [proposal('a', '60', '200'), proposal('b', '50', '60')];
    expect(lower(all, 'b', { budget: '50' })).toBeUndefined();
    expect(lower([{ id: 'c', name: 'c' }], 'c', { budget: '50' })).toBeUndefined();
    expect(lower(all, 'b', { budget: '60' })).toBeUndefined();
  });

  it('is funded, and nothing dearer is: 300 random portfolios', () => {
    const cost = fc.integer({ min: 1, max: 40 });
    const some = fc.array(fc.record({ cost, benefits: fc.integer({ min: 0, max: 80 }) }), {
      minLength: 2,
      maxLength: 6,
    });
    const rule = fc.constantFrom('stop' as const, 'fill' as const);
    fc.assert(
      fc.property(some, fc.nat(120), rule, (drawn, budget, by) => {
        const all = drawn.map((one, at) => proposal(`p${at}`, `${one.cost}`, `${one.benefits}`));
        const [first] = all;
        if (!first) throw new Error('It is there.');
        const line = { budget: `${budget}`, rule: by };
        const fundedAt = (caseCost: string) => {
          const changed = { ...first, caseCost };
          const placed = all
            .map((one) => (one === first ? changed : one))
            .map((one) => ({ ...one, placements: placementsOf(one, byRatio) }));
          return towards(all, line)(rankPlaced(placed, byRatio), changed)?.funded === 'above';
        };
        fc.pre(!fundedAt(first.caseCost ?? ''));
        const found = lower(all, first.id, line);
        const [highest = '0'] = found ?? [];
        expect(!found || fundedAt(`${highest}`)).toBe(true);
        for (let quarter = 4 * Number(first.caseCost); quarter > 4 * Number(highest); quarter -= 1)
          expect([quarter / 4, fundedAt(`${quarter / 4}`)]).toEqual([quarter / 4, false]);
      }),
      { numRuns: 300 },
    );
  });
});
