import fc from 'fast-check';
import { rank } from '../ranking/rank';
import { canBeLeftOut } from './coverage-needed';
import { deliveryHealthModel } from './delivery-health';
import { aDefinition, aRatedCriterion } from './models.fixture';
import { ratedFrom } from '../assessment/mean-rating';

const weighing = (minimum: string, ...weights: readonly string[]) =>
  aDefinition(
    weights.map((weight, at) => aRatedCriterion({ id: `c${at}`, name: `C${at}`, weight })),
    minimum,
  );
const left = (minimum: string, ...weights: readonly string[]) => {
  const { criteria, atOnce } = canBeLeftOut(weighing(minimum, ...weights));
  return [criteria.map(({ id }) => id), atOnce];
};

describe('what can be left out of a model', () => {
  it('is a criterion without which the rest reaches the minimum, exactly too', () => {
    expect(left('0.75', '0.75', '0.25')).toEqual([['c1'], true]);
    expect(left('0.750000000000000001', '0.75', '0.25')).toEqual([[], false]);
  });

  it('is each by itself where all at once would leave too little', () =>
    expect(left('0.6', '0.3', '0.25', '0.2', '0.25')).toEqual([['c0', 'c1', 'c2', 'c3'], false]));

  it('is never the only criterion there is, however low the minimum', () =>
    expect(left('0.000001', '1')).toEqual([[], false]));

  it('is budget variance and cost, both, of delivery health', () => {
    const { criteria, atOnce } = canBeLeftOut(deliveryHealthModel);
    expect([criteria.map(({ id }) => id), atOnce]).toEqual([['budget-variance', 'whole-life-cost'], true]);
  });

  it('is what a ranking ranks without', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 100 }), (parts, minimum) => {
        const weights = parts.map((part, at) => {
          const others = parts.slice(1).reduce((sum, one) => sum + one, 0);
          return `${(at === 0 ? 100 - others : part) / 100}`;
        });
        const definition = weighing(`${minimum / 100}`, ...weights);
        const mean = ratedFrom(['3']);
        const without = definition.criteria.filter(({ id }) => {
          const others = definition.criteria.filter((one) => one.id !== id);
          const ratings = new Map(others.flatMap((one) => (mean ? [[one.id, mean] as const] : [])));
          return rank([{ id: 'a', name: 'A', ratings }], definition)[0]?.rank === 1;
        });
        expect(canBeLeftOut(definition).criteria).toEqual(without);
      }),
    );
  });
});
