import { derivedUuid, type Outgoing, type Process, type Recorded } from '@docket/kernel';
import type { Outcome } from '../../domain/motion';
import { codec } from './decision-follow-up.codec';
import { decider, type DecisionFollowUpState, type FollowUpTrigger } from './decision-follow-up.decider';
import type { DecisionFollowUpEvent } from './decision-follow-up.events';

/** What the follow-up of a motion asks of the project. */
export type ToProject =
  | Outgoing<'carry-decision', { motionId: string; bodyId: string; outcome: Outcome }>
  | Outgoing<'release-motion', { motionId: string }>;

/** The id of the follow-up of a motion. */
export const followUpOf = (motionId: string): string => derivedUuid('decision-follow-up', motionId);

const TRIGGERS: ReadonlySet<string> = new Set<FollowUpTrigger['type']>([
  'DecisionRecorded',
  'BallotClosed',
  'MotionWithdrawn',
]);

const isTrigger = (event: Recorded): event is Recorded<FollowUpTrigger> => TRIGGERS.has(event.type);

const pending = (state: DecisionFollowUpState): readonly ToProject[] => {
  if (state.status !== 'open') return [];
  const { motionId, projectId: target, decision, next } = state;
  return next === 'carry-decision' && decision
    ? [{ step: next, operation: next, target, data: { motionId, ...decision } }]
    : [{ step: 'release-motion', operation: 'release-motion', target, data: { motionId } }];
};

/** Carries what a body decided to the project, or frees the project of a motion that decided nothing. */
export const decisionFollowUp: Process<
  DecisionFollowUpState,
  FollowUpTrigger,
  DecisionFollowUpEvent,
  ToProject
> = {
  name: 'decision-follow-up',
  isTrigger,
  instanceOf: ({ data }) => followUpOf(data.motionId),
  aggregate: {
    category: 'decision-follow-up',
    decider,
    codec,
    portfolioOf: (state) => (state.status === 'absent' ? undefined : state.portfolioId),
  },
  pending,
};
