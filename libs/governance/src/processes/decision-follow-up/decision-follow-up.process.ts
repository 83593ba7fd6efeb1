import { derivedUuid, type Outgoing, type Process, type Recorded } from '@docket/kernel';
import type { Outcome } from '../../domain/motion';
import { codec } from './decision-follow-up.codec';
import { decider, type DecisionFollowUpState, type FollowUpTrigger } from './decision-follow-up.decider';
import type { DecisionFollowUpEvent } from './decision-follow-up.events';

/** What the follow-up of a motion asks: of the grants, of the decision before, and of the project. */
export type ToProject =
  | Outgoing<'settle-authority', { motionId: string; portfolioId: string; confirmed: readonly string[] }>
  | Outgoing<'supersede-decision', { motionId: string; by: string; outcome: Outcome }>
  | Outgoing<'carry-decision', { motionId: string; bodyId: string; outcome: Outcome }>
  | Outgoing<'release-conditions', { motionId: string; outcome: Outcome }>
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
  const { motionId, portfolioId, next } = state;
  const target = targetOf(state);
  if (next === 'release-motion') return [{ step: next, operation: next, target, data: { motionId } }];
  if (next === 'settle-authority' && portfolioId !== undefined) {
    const data = { motionId, portfolioId, confirmed: state.decision?.grants ?? [] };
    return [{ step: next, operation: next, target: motionId, data }];
  }
  const asked = state.decision && ofDecision(state, state.decision);
  return asked ? [asked] : [];
};

/** What a step is for: the component, or the motion itself where it is about none or several. */
const targetOf = ({ motionId, projectId }: Pick<Open, 'motionId' | 'projectId'>): string =>
  projectId ?? motionId;

type Open = Extract<DecisionFollowUpState, { status: 'open' }>;

/** The step to take for a decision; each names itself. */
const ofDecision = (
  open: Open,
  { bodyId, outcome, supersedes }: NonNullable<Open['decision']>,
): ToProject => {
  const { motionId, next } = open;
  if (next === 'supersede-decision' && supersedes !== null) {
    const data = { motionId: supersedes, by: motionId, outcome };
    return { step: next, operation: next, target: supersedes, data };
  }
  if (next === 'release-conditions')
    return { step: next, operation: next, target: targetOf(open), data: { motionId, outcome } };
  return {
    ...{ step: 'carry-decision', operation: 'carry-decision', target: targetOf(open) },
    data: { motionId, bodyId, outcome },
  };
};

/** Confirms what is reserved for a decision, has the one before give way, and carries it to what it is about; or frees the project of a motion that decided nothing. */
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
