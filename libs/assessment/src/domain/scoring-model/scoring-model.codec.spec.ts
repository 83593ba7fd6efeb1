import { describeCodec } from '@docket/kernel/testing';
import { deliveryHealthModel } from './delivery-health';
import { modelIdOf } from './index';
import { aCriterion, aDefinition, aRatedCriterion } from './models.fixture';
import { scoringModelCodec } from './scoring-model.codec';

const portfolioId = '5d0c1d52-9c0e-8b1a-9d5b-0c1f7b6e2a11';
const modelId = '0b7ad3a4-61f3-8f5e-8a53-3d0f4c2b9e77';
const { name, ...definition } = deliveryHealthModel;
const fit = aRatedCriterion({ weight: '0.75' });
const ratedDefinition = aDefinition([fit, aCriterion({ weight: '0.25' })]);
const comparison = {
  matrix: [
    ['1', '3'],
    ['1/3', '1'],
  ],
  lambdaMax: '2',
  consistencyIndex: '0',
  consistencyRatio: '0',
};

describeCodec('scoring-model', scoringModelCodec, [
  { type: 'ScoringModelDrafted', data: { modelId, portfolioId, name, ...ratedDefinition, comparison } },
  { type: 'ScoringModelRevised', data: { modelId, ...definition, minimumCoverage: '0.6', comparison: null } },
  { type: 'ScoringModelPublished', data: { modelId, effectiveFrom: '2026-04-01' } },
  {
    type: 'ScoringModelRetired',
    data: { modelId, reason: 'Superseded by the model of the new strategy.' },
  },
]);

describe('a scoring model of the first version', () => {
  const drafted = { modelId, portfolioId, name, ...definition };

  it('was given its weights, not judgements', () => {
    expect(scoringModelCodec.decode({ type: 'ScoringModelDrafted.v1', data: drafted })).toEqual({
      type: 'ScoringModelDrafted',
      data: { ...drafted, comparison: null },
    });
    const revised = { modelId, ...definition };
    expect(scoringModelCodec.decode({ type: 'ScoringModelRevised.v1', data: revised })).toEqual({
      type: 'ScoringModelRevised',
      data: { ...revised, comparison: null },
    });
  });

  it('was published without saying from which day it counts', () =>
    expect(scoringModelCodec.decode({ type: 'ScoringModelPublished.v1', data: { modelId } })).toEqual({
      type: 'ScoringModelPublished',
      data: { modelId, effectiveFrom: null },
    }));
});

describe('the id of a model', () => {
  it('is the same for the same name in a portfolio, whatever its capitals and blanks', () =>
    expect(modelIdOf(portfolioId, ' delivery  HEALTH 1')).toBe(modelIdOf(portfolioId, 'Delivery health 1')));
  it('differs by name and by portfolio', () =>
    expect(
      new Set([modelIdOf(portfolioId, 'a'), modelIdOf(portfolioId, 'b'), modelIdOf(modelId, 'a')]).size,
    ).toBe(3));
});
