import type { Event } from '@docket/kernel';
import type { Outcome } from '../../domain/motion';

/** A motion has ended: its decision is to be carried to the project, or the project to be released (no `decision`). */
export type DecisionFollowUpOpened = Event<
  'DecisionFollowUpOpened',
  {
    motionId: string;
    projectId: string;
    portfolioId?: string;
    decision?: Readonly<{ bodyId: string; outcome: Outcome }>;
  }
>;
export type FollowUpStep = 'carry-decision' | 'release-motion';
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
