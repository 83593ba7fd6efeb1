import type { MeasuredComponent } from '../measures/measures';
import { aCriterion, aDefinition } from '../scoring-model/models.fixture';
import type { Band, Criterion } from '../scoring-model/scoring-model.events';
import { changesOf } from './change';
import { profiler } from './profile';
import { readyModel } from './ready-model';

/** Worth 0 below each of these, and a point more from each on. */
export const banded = (measure: Criterion['measure'], ...bounds: string[]): Criterion => {
  const bands = ['', ...bounds].map((from, points): Band => ({
    ...{ from: points === 0 ? null : from, below: bounds[points] ?? null },
    ...{ points: `${points}`, meaning: `from ${from}` },
  }));
  return aCriterion({
    ...{ id: measure, name: measure, measure, weight: '0.5' },
    scale: { kind: 'bands', maximum: '5', unit: 'points', bands },
  });
};

/** The changes of a component that has these figures, by a model of these criteria. */
export const changes = (
  criteria: readonly Criterion[],
  figures: Partial<MeasuredComponent>,
  fillsGaps = false,
) => {
  const model = readyModel(aDefinition(criteria, '0.1'));
  return changesOf({ id: '1', name: 'One', ...figures }, { model, profileFor: profiler(model), fillsGaps });
};

/** Each as its input, its assessor where it has one, the value it takes and what that comes to. */
export const inShort = (given: ReturnType<typeof changes>) =>
  given.map(({ input, to, assessor, effect }) =>
    [input, ...(assessor ? [assessor] : []), to, effect.toString()].join(' '),
  );
