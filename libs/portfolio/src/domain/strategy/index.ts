import { derivedUuid, type Aggregate } from '@docket/kernel';
import { codec } from './strategy.codec';
import type { StrategyCommand, StrategyRefusal } from './strategy.commands';
import { decider } from './strategy.decider';
import type { StrategyEvent } from './strategy.events';
import type { StrategyState } from './strategy.state';

export * from './strategy.commands';
export * from './strategy.events';
export { activeObjectives, objectiveById, type Objective, type StrategyState } from './strategy.state';

/** The strategic objectives of one portfolio, their weights and the actuals of their measures. */
export const Strategy: Aggregate<StrategyState, StrategyCommand, StrategyEvent, StrategyRefusal> = {
  category: 'strategy',
  decider,
  codec,
  portfolioOf: ({ portfolioId }) => portfolioId,
};

/** The id of the one strategy of a portfolio. */
export const strategyIdOf = (portfolioId: string): string => derivedUuid('strategy', portfolioId);
