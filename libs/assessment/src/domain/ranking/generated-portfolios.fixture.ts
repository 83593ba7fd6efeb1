import { Decimal } from '@docket/kernel';
import fc from 'fast-check';
import type { MeasuredComponent } from '../measures/measures';
import { deliveryHealthModel } from '../scoring-model/delivery-health';
import type { ModelDefinition } from '../scoring-model/scoring-model.events';

const amount = fc.integer({ min: 0, max: 40 }).map((n) => `${n * 25_000_000}`);

/** What a component may report; each figure may be missing. */
export const figures = fc.record(
  {
    confidence: fc.record({
      scale: fc.constantFrom('ipa-5', 'ipa-3'),
      rating: fc.constantFrom('green', 'amber', 'red'),
    }),
    budget: amount,
    forecast: amount,
    wholeLifeCost: amount,
  },
  { requiredKeys: [] },
);

const names = fc.constantFrom('Bridge', 'bridge', 'Ferry', 'Éclair');

/** Components named c0, c1 … by id. */
export const portfolio = (most: number): fc.Arbitrary<readonly MeasuredComponent[]> =>
  fc
    .array(fc.tuple(names, figures), { minLength: 2, maxLength: most })
    .map((all) => all.map(([name, given], index) => ({ id: `c${index}`, name, ...given })));

/** Weights of thirds and sevenths leave remainders everywhere. */
export const model: fc.Arbitrary<ModelDefinition> = fc
  .record({
    a: fc.integer({ min: 1, max: 80 }),
    b: fc.integer({ min: 1, max: 18 }),
    minimum: fc.constantFrom('0.1', '0.5', '1'),
  })
  .map(({ a, b, minimum }) => ({
    minimumCoverage: minimum,
    criteria: deliveryHealthModel.criteria.map((criterion, index) => ({
      ...criterion,
      weight: Decimal.of([a, b, 100 - a - b][index] ?? 0)
        .times(Decimal.of('0.01'))
        .toString(),
    })),
  }));
