import { derivedUuid, type Aggregate } from '@docket/kernel';
import { codec } from './composition.codec';
import type { CompositionCommand, CompositionRefusal } from './composition.commands';
import { decider } from './composition.decider';
import type { CompositionEvent } from './composition.events';
import type { CompositionState } from './composition.state';

export * from './composition.commands';
export * from './composition.events';
export { LEVELS } from './composition.policy';
export { nodeById, pathToTop, type CompositionNode, type CompositionState } from './composition.state';

/** The sub-portfolios and programmes of one portfolio: nodes only; which component stands in which is said by the component. */
export const Composition: Aggregate<
  CompositionState,
  CompositionCommand,
  CompositionEvent,
  CompositionRefusal
> = {
  category: 'composition',
  decider,
  codec,
  portfolioOf: ({ portfolioId }) => portfolioId,
};

/** The id of the one composition of a portfolio. */
export const compositionIdOf = (portfolioId: string): string => derivedUuid('composition', portfolioId);
