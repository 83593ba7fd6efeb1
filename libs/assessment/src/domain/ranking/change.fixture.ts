import { aRisingCriterion, aDefinition } from '../scoring-model/models.fixture';
import type { Band, Criterion } from '../scoring-model/scoring-model.events';
import type { MeasuredComponent } from '../measures/measures';
import { changesOf } from './change';
import { profiler } from './profile';
import { readyModel } from './ready-model';

/** A level worth so much. */
export const level = (scale: string, rating: string, points: string) => ({
  scale,
  rating,
  points,
  meaning: rating,
});
/** Two versions of a scale of confidence. */
export const confidence: Criterion = {
  id: 'confidence',
  name: 'Confidence',
  weight: '0.5',
  direction: 'benefit',
  measure: 'delivery-confidence',
  scale: {
    kind: 'levels',
    maximum: '5',
    levels: [
      level('ipa-3', 'green', '5'),
      level('ipa-3', 'red', '0'),
      level('ipa-5', 'green', '5'),
      level('ipa-5', 'amber-green', '4'),
    ],
  },
};
/** The less the better, on natural bands. */
export const cost = aRisingCriterion({ weight: '0.5', direction: 'cost' });

/** Worth 0 below each of these, and a point more from each on. */
export const banded = (measure: Criterion['measure'], ...bounds: string[]): Criterion => {
  const bands = ['', ...bounds].map((from, points): Band => ({
    ...{ from: points === 0 ? null : from, below: bounds[points] ?? null },
    ...{ points: `${points}`, meaning: `from ${from}` },
  }));
  return aRisingCriterion({
    ...{ id: measure, name: measure, measure, weight: '0.5' },
    scale: { kind: 'bands', maximum: '5', unit: 'points', bands },
  });
};

/** What can be changed of a component with these figures, by a model of these criteria. */
export const changes = (
  criteria: readonly Criterion[],
  figures: Partial<MeasuredComponent>,
  fillsGaps = false,
) => {
  const model = readyModel(aDefinition(criteria, '0.1'));
  return changesOf({ id: '1', name: 'One', ...figures }, { model, profileFor: profiler(model), fillsGaps });
};

/** Each change as its input, its assessor, its new value and its effect. */
export const inShort = (given: ReturnType<typeof changes>) =>
  given.map(({ input, to, assessor, effect }) =>
    [input, ...(assessor ? [assessor] : []), to, effect.toString()].join(' '),
  );
