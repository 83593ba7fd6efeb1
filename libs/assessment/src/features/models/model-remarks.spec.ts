import { deliveryHealthModel } from '../../domain/scoring-model/delivery-health';
import { aCriterion, aDefinition, aRatedCriterion } from '../../domain/scoring-model/models.fixture';
import type { RatedLevel } from '../../domain/scoring-model/scoring-model.events';
import { remarksOn } from './model-remarks';

const rated = (name: string, weight: string) => aRatedCriterion({ id: name.toLowerCase(), name, weight });
const texts = (...asked: Parameters<typeof remarksOn>) => remarksOn(...asked).map(({ text }) => text);

describe('what is remarked of a model', () => {
  it('is what can be missing all at once, and how costs are counted', () =>
    expect(remarksOn(deliveryHealthModel)).toEqual([
      {
        code: 'ranked-without',
        text: 'Ranked even without: Budget variance (25 %), Whole-life cost (15 %); even without all of these.',
      },
      {
        code: 'less-is-better',
        text: 'Where less is better (Budget variance, Whole-life cost), points say how much there is, and the maximum less the points is counted.',
      },
    ]));

  it('is the one criterion that can be missing', () =>
    expect(texts(aDefinition([rated('Fit', '0.75'), rated('Serves', '0.25')], '0.6'))).toEqual([
      'Ranked even without: Serves (25 %).',
    ]));

  it('is each that can be missing where all together cannot', () =>
    expect(texts(aDefinition([rated('Fit', '0.5'), rated('Serves', '0.5')], '0.5'))).toEqual([
      'Ranked even without: Fit (50 %), Serves (50 %); without any one of these.',
    ]));

  it('is that none can be missing', () =>
    expect(remarksOn(aDefinition([rated('Fit', '0.75'), rated('Serves', '0.25')], '0.76'))).toEqual([
      {
        code: 'every-criterion-needed',
        text: 'Every criterion is needed: whoever lacks a value on one stands unranked.',
      },
    ]));

  it('is a version of a scale on which it reads nobody', () => {
    const levels = ['green', 'amber', 'red'].map((rating): RatedLevel => {
      return { scale: 'ipa-3', rating, points: '3', meaning: rating };
    });
    const confidence = aCriterion({
      ...{ name: 'Confidence', measure: 'delivery-confidence', direction: 'benefit' },
      scale: { kind: 'levels', maximum: '5', levels },
    });
    expect(remarksOn(aDefinition([confidence])).at(-1)).toEqual({
      code: 'scale-not-read',
      text: 'On “Confidence” ratings are read on ipa-3 only: whoever is rated on ipa-5 has no value.',
    });
  });
});
