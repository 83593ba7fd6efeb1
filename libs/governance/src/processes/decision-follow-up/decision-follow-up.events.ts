import type { Event } from '@docket/kernel';
import type { Outcome } from '../../domain/motion';

/** A motion has ended: its decision is to be carried to the project, or the project to be released (no `decision`). */
export type DecisionFollowUpOpened = Event<
  'DecisionFollowUpOpened',
  {
    motionId: string;
    /** The component the motion was about; null: about none, or several. */
    projectId: string | null;
    portfolioId?: string;
    /** `grants`: those in whose accounts it is reserved; `supersedes`: the motion whose decision it stands in the place of. */
    decision?: Readonly<{
      bodyId: string;
      outcome: Outcome;
      grants: readonly string[];
      supersedes: string | null;
    }>;
  }
>;
/** What was reserved is confirmed first, or released where nothing was decided; then the earlier decision gives way; then the project takes this one, or is let go; what ended the work releases its conditions. */
export type FollowUpStep =
  'settle-authority' | 'supersede-decision' | 'carry-decision' | 'release-conditions' | 'release-motion';
export type DecisionFollowUpStepDone = Event<
  'DecisionFollowUpStepDone',
  { motionId: string; step: FollowUpStep }
>;
/** The project refused for good: people must look, under this code. */
export type DecisionFollowUpStepRefused = Event<
  'DecisionFollowUpStepRefused',
  { motionId: string; step: FollowUpStep; code: string }
>;

export type DecisionFollowUpEvent =
  DecisionFollowUpOpened | DecisionFollowUpStepDone | DecisionFollowUpStepRefused;
