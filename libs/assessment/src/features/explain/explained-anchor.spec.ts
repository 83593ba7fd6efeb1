import { Decimal } from '@docket/kernel';
import { readyModel } from '../../domain/ranking/ready-model';
import { aDefinition, aRatedCriterion } from '../../domain/scoring-model/models.fixture';
import { anchorOf } from './explain';

const explained = (direction: 'benefit' | 'cost', mean: string) => {
  const [ready] = readyModel(aDefinition([aRatedCriterion({ direction, weight: '1' })])).criteria;
  const rated = { kind: 'rated', mean: Decimal.of(mean), spread: null, assessors: 1 } as const;
  return ready && anchorOf(ready.place(rated), ready.criterion.scale);
};

describe('what an explained step counts', () => {
  it('is its points where more is better', () =>
    expect(explained('benefit', '3.5')).toMatchObject({ points: '3.5', credit: '3.5', maximum: '5' }));

  it('is what they leave of the maximum where less is better', () =>
    expect(explained('cost', '3.5')).toMatchObject({ points: '3.5', credit: '1.5', maximum: '5' }));
});
