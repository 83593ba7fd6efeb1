import { describeCodec } from '@docket/kernel/testing';
import { deliveryHealthModel } from './delivery-health';
import { modelIdOf } from './index';
import { scoringModelCodec } from './scoring-model.codec';

const portfolioId = '5d0c1d52-9c0e-8b1a-9d5b-0c1f7b6e2a11';
const modelId = '0b7ad3a4-61f3-8f5e-8a53-3d0f4c2b9e77';
const { name, ...definition } = deliveryHealthModel;

describeCodec('scoring-model', scoringModelCodec, [
  { type: 'ScoringModelDrafted', data: { modelId, portfolioId, name, ...definition } },
  { type: 'ScoringModelRevised', data: { modelId, ...definition, minimumCoverage: '0.6' } },
  { type: 'ScoringModelPublished', data: { modelId } },
]);

describe('the id of a model', () => {
  it('is the same for the same name in a portfolio, whatever its capitals and blanks', () =>
    expect(modelIdOf(portfolioId, ' delivery  HEALTH 1')).toBe(modelIdOf(portfolioId, 'Delivery health 1')));
  it('differs by name and by portfolio', () =>
    expect(
      new Set([modelIdOf(portfolioId, 'a'), modelIdOf(portfolioId, 'b'), modelIdOf(modelId, 'a')]).size,
    ).toBe(3));
});
