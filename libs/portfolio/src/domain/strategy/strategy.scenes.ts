import { portfolio, portfolioId } from '../composition/composition.scenes';
import type {
  AddObjective,
  CorrectActual,
  ReportActual,
  RetireObjective,
  ReviseObjective,
  WeighObjectives,
} from './strategy.commands';
import type {
  ActualReported,
  ObjectiveAdded,
  ObjectiveDefinition,
  ObjectiveRetired,
  ObjectivesWeighed,
} from './strategy.events';

export { portfolio, portfolioId };

const within = { portfolioId, portfolio };

/** Fewer bridges under a load limit: from 40 to 10. */
export const fewerLimits: ObjectiveDefinition = {
  name: 'No lorry turns back',
  description: 'No bridge on a freight route carries a load limit.',
  measure: { name: 'Bridges under a load limit', unit: 'bridges', direction: 'falls' },
  baseline: { value: '40', day: '2025-12-31' },
  target: { value: '10', day: '2030-12-31' },
};
/** More of the trips without a car: from 30 % to 45 %. */
export const moreTrips: ObjectiveDefinition = {
  name: 'Trips without a car',
  description: 'Every second trip into the city is made without a car.',
  measure: { name: 'Share of trips without a car', unit: '%', direction: 'rises' },
  baseline: { value: '30', day: '2025-12-31' },
  target: { value: '45', day: '2029-12-31' },
};

const definitions = { limits: fewerLimits, trips: moreTrips };
export type Known = keyof typeof definitions;

export const added = (objectiveId: Known, changed: Partial<ObjectiveDefinition> = {}): ObjectiveAdded => ({
  type: 'ObjectiveAdded',
  data: { portfolioId, objectiveId, ...definitions[objectiveId], ...changed },
});
export const retired = (objectiveId: string): ObjectiveRetired => ({
  type: 'ObjectiveRetired',
  data: { portfolioId, objectiveId, reason: 'Reached.' },
});
export const weighed = (weights: Readonly<Record<string, string>>): ObjectivesWeighed => ({
  type: 'ObjectivesWeighed',
  data: {
    portfolioId,
    weights: Object.entries(weights).map(([objectiveId, weight]) => ({ objectiveId, weight })),
  },
});
export const reported = (objectiveId: string, day: string, value: string): ActualReported => ({
  type: 'ActualReported',
  data: { portfolioId, objectiveId, day, value },
});

export const add = (objectiveId: Known, changed: Partial<ObjectiveDefinition> = {}): AddObjective => ({
  type: 'AddObjective',
  data: { ...within, objectiveId, ...definitions[objectiveId], ...changed },
});
export const revise = (
  objectiveId: Known,
  changed: Partial<ReviseObjective['data']> = {},
): ReviseObjective => ({
  type: 'ReviseObjective',
  data: { ...within, objectiveId, ...definitions[objectiveId], reason: 'Counted anew.', ...changed },
});
export const retire = (objectiveId: string, reason = 'Reached.'): RetireObjective => ({
  type: 'RetireObjective',
  data: { ...within, objectiveId, reason },
});
export const weigh = (...weights: readonly (readonly [string, string])[]): WeighObjectives => ({
  type: 'WeighObjectives',
  data: { ...within, weights: weights.map(([objectiveId, weight]) => ({ objectiveId, weight })) },
});
export const report = (objectiveId: string, day: string, value: string, note?: string): ReportActual => ({
  type: 'ReportActual',
  data: { ...within, objectiveId, day, value, ...(note === undefined ? {} : { note }) },
});
export const correct = (
  objectiveId: string,
  day: string,
  value: string,
  reason = 'Counted twice.',
): CorrectActual => ({ type: 'CorrectActual', data: { ...within, objectiveId, day, value, reason } });
