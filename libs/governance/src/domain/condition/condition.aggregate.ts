import type { Aggregate } from '@docket/kernel';
import { codec } from './condition.codec';
import type { ConditionCommand, ConditionRefusal } from './condition.commands';
import { decider } from './condition.decider';
import type { ConditionEvent } from './condition.events';
import type { ConditionState } from './condition.state';

/** What a conditional go has left to be done, and how that ended. */
export const Condition: Aggregate<ConditionState, ConditionCommand, ConditionEvent, ConditionRefusal> = {
  category: 'condition',
  decider,
  codec,
  portfolioOf: (state) => (state.status === 'absent' ? undefined : state.portfolioId),
};
