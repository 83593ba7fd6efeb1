import { derivedUuid, type Outgoing, type Process, type Recorded } from '@docket/kernel';
import { conditionIdOf } from '../../domain/condition';
import type { DecisionRecorded } from '../../domain/motion';
import { codec } from './condition-follow-up.codec';
import { decider, stepOf, type ConditionFollowUpState } from './condition-follow-up.decider';
import type { ConditionFollowUpEvent } from './condition-follow-up.events';

/** What the follow-up of a conditional go asks of each of its conditions. */
export type ToNewCondition = Outgoing<'set-condition', { motionId: string; index: number }>;

const NAME = 'condition-follow-up';

/** The id of the follow-up of the conditions of a motion. */
export const conditionFollowUpOf = (motionId: string): string => derivedUuid(NAME, motionId);

const isTrigger = (event: Recorded): event is Recorded<DecisionRecorded> => event.type === 'DecisionRecorded';

const pending = (state: ConditionFollowUpState): readonly ToNewCondition[] => {
  if (state.status !== 'open' || state.next >= state.conditions) return [];
  const { motionId, next: index } = state;
  const target = conditionIdOf(motionId, index);
  return [{ step: stepOf(index), operation: 'set-condition', target, data: { motionId, index } }];
};

/** Sets the conditions that were recorded with a decision. */
export const conditionFollowUp: Process<
  ConditionFollowUpState,
  DecisionRecorded,
  ConditionFollowUpEvent,
  ToNewCondition
> = {
  name: NAME,
  isTrigger,
  instanceOf: ({ data }) => conditionFollowUpOf(data.motionId),
  aggregate: {
    category: NAME,
    decider,
    codec,
    portfolioOf: (state) => (state.status === 'absent' ? undefined : state.portfolioId),
  },
  pending,
};
