import { Decimal } from '@docket/kernel';
import fc from 'fast-check';
import { ratedFrom } from '../assessment/mean-rating';
import type { GivenPoints, MeasuredComponent, Rated } from '../measures/measures';
import { deliveryHealthModel } from '../scoring-model/delivery-health';
import { aRatedCriterion } from '../scoring-model/models.fixture';
import type { Criterion, ModelDefinition } from '../scoring-model/scoring-model.events';

const amount = fc.integer({ min: 0, max: 40 }).map((n) => `${n * 25_000_000}`);

/** One to three assessors, so that means have thirds. */
const ratings: fc.Arbitrary<ReadonlyMap<string, Rated>> = fc
  .array(fc.constantFrom('0', '1', '2.5', '4', '5'), { maxLength: 3 })
  .map((points) => {
    const rated = ratedFrom(points);
    return new Map(rated ? [['fit', rated] as const] : []);
  });

/** What a component may report, also ratings that their scale does not have; each figure may be missing. */
export const figures = fc.record(
  {
    confidence: fc.record({
      scale: fc.constantFrom('ipa-5', 'ipa-3'),
      rating: fc.constantFrom('green', 'amber-green', 'amber', 'red', 'reset'),
    }),
    budget: amount,
    forecast: amount,
    wholeLifeCost: amount,
    ratings,
  },
  { requiredKeys: [] },
);

export const names = fc.constantFrom('Bridge', 'bridge', 'Ferry', 'Éclair');

/** Components named c0, c1 … by id. */
export const portfolio = (most: number): fc.Arbitrary<readonly MeasuredComponent[]> =>
  fc
    .array(fc.tuple(names, figures), { minLength: 2, maxLength: most })
    .map((all) => all.map(([name, given], index) => ({ id: `c${index}`, name, ...given })));

/** The same with who gives which points, and with a business case: its cost and its benefits. */
export const inputs = fc
  .tuple(
    figures,
    fc.record({ caseCost: amount, expectedBenefits: amount }, { requiredKeys: [] }),
    fc.array(fc.constantFrom('0', '1', '2', '3', '4', '5'), { maxLength: 3 }),
    fc.boolean(),
  )
  .map(([reported, stated, points, isProposal]): Partial<MeasuredComponent> => {
    const given = points.map((one, at): GivenPoints => ({ assessor: `p${at}`, points: one }));
    const rated = ratedFrom(points);
    return {
      ...reported,
      ...stated,
      isProposal,
      assessors: new Map([['fit', given]]),
      ratings: new Map(rated ? [['fit', rated] as const] : []),
    };
  });

/** Benefits over cost, on bounds that no amount hits exactly and some that many do. */
const ratio: Criterion = {
  ...{ id: 'ratio', name: 'Benefit-cost ratio', weight: '0', direction: 'benefit' },
  measure: 'benefit-cost-ratio',
  scale: {
    ...{ kind: 'bands', maximum: '5', unit: 'times' },
    bands: ['0', '0.3', '1', '1.5', '2', '3.333'].map((from, points, all) => ({
      ...{ from: points === 0 ? null : from, below: all[points + 1] ?? null },
      ...{ points: `${points}`, meaning: `from ${from} on` },
    })),
  },
};

/** Five criteria: what delivery health asks, a rated one, and the ratio, which shares the cost with another. */
export const modelWithRatio: fc.Arbitrary<ModelDefinition> = fc
  .record({
    parts: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 5 }),
    minimum: fc.constantFrom('0.1', '0.5'),
  })
  .map(({ parts, minimum }) => ({
    minimumCoverage: minimum,
    criteria: [...deliveryHealthModel.criteria, aRatedCriterion(), ratio].map((criterion, index) => ({
      ...criterion,
      weight: Decimal.of(parts[index] ?? 1)
        .times(Decimal.of('0.02'))
        .toString(),
    })),
  }));

/** Weights of thirds and sevenths leave remainders everywhere. */
export const model: fc.Arbitrary<ModelDefinition> = fc
  .record({
    a: fc.integer({ min: 1, max: 80 }),
    b: fc.integer({ min: 1, max: 9 }),
    c: fc.integer({ min: 1, max: 9 }),
    direction: fc.constantFrom('benefit' as const, 'cost' as const),
    minimum: fc.constantFrom('0.1', '0.5', '1'),
  })
  .map(({ a, b, c, direction, minimum }) => ({
    minimumCoverage: minimum,
    criteria: [...deliveryHealthModel.criteria, aRatedCriterion({ direction })].map((criterion, index) => ({
      ...criterion,
      weight: Decimal.of([a, b, 100 - a - b - c, c][index] ?? 0)
        .times(Decimal.of('0.01'))
        .toString(),
    })),
  }));
