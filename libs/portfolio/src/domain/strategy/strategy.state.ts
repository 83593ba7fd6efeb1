import { unreachable, type Day, type DecimalText } from '@docket/kernel';
import type { ObjectiveDefinition, ObjectivesWeighed, StrategyEvent } from './strategy.events';

/** A strategic objective as it stands; without a weight while nobody has weighed it. */
export type Objective = Readonly<{
  objectiveId: string;
  status: 'active' | 'retired';
  definition: ObjectiveDefinition;
  weight?: DecimalText;
  /** The value that stands for each day, earliest day first. */
  actuals: ReadonlyMap<Day, DecimalText>;
}>;

/** The objectives of one portfolio, retired ones included; without a portfolio while there was none. */
export type StrategyState = Readonly<{
  portfolioId?: string;
  objectives: ReadonlyMap<string, Objective>;
}>;

export const initialState = (): StrategyState => ({ objectives: new Map() });

const changed = (
  state: StrategyState,
  objectiveId: string,
  change: (objective: Objective) => Objective,
): StrategyState => {
  const objective = state.objectives.get(objectiveId);
  if (!objective) return state;
  return { ...state, objectives: new Map(state.objectives).set(objectiveId, change(objective)) };
};

const weighed = (state: StrategyState, { data }: ObjectivesWeighed): StrategyState =>
  data.weights.reduce(
    (now, { objectiveId, weight }) => changed(now, objectiveId, (objective) => ({ ...objective, weight })),
    state,
  );

export const evolve = (state: StrategyState, event: StrategyEvent): StrategyState => {
  switch (event.type) {
    case 'ObjectiveAdded': {
      const { portfolioId, objectiveId, ...definition } = event.data;
      const objective = { objectiveId, status: 'active', definition, actuals: new Map() } as const;
      return { portfolioId, objectives: new Map(state.objectives).set(objectiveId, objective) };
    }
    case 'ObjectiveRevised': {
      const { portfolioId: _, reason: __, objectiveId, ...definition } = event.data;
      return changed(state, objectiveId, (objective) => ({ ...objective, definition }));
    }
    case 'ObjectiveRetired':
      return changed(state, event.data.objectiveId, (objective) => ({ ...objective, status: 'retired' }));
    case 'ObjectivesWeighed':
      return weighed(state, event);
    case 'ActualReported':
    case 'ActualCorrected': {
      const { objectiveId, day, value } = event.data;
      return changed(state, objectiveId, (objective) => ({
        ...objective,
        actuals: new Map(objective.actuals).set(day, value),
      }));
    }
    default:
      return unreachable(event);
  }
};

/** The objective of that id, active or retired; `undefined` where the portfolio has none. */
export const objectiveById = (state: StrategyState, objectiveId: string): Objective | undefined =>
  state.objectives.get(objectiveId);

/** The objectives that count. */
export const activeObjectives = (state: StrategyState): readonly Objective[] =>
  [...state.objectives.values()].filter(({ status }) => status === 'active');
