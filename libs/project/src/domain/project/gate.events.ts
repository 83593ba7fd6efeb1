import type { Event } from '@docket/kernel';
import type { GateCriterion } from '../gate-set/gate-set.events';

/** What is found of a criterion. Only `not-met` leaves it open: what does not apply is asked no more. */
export const CRITERION_FINDINGS = ['met', 'not-met', 'not-applicable'] as const;
export type CriterionFinding = (typeof CRITERION_FINDINGS)[number];

/**
 * The component stands at this gate from now on, with nothing shown or judged yet; what it asks is kept as the version said it.
 * `takesBack` are the gates that were passed, this one or later ones, and count as passed no more.
 */
export type GateReached = Event<
  'GateReached',
  {
    projectId: string;
    gateId: string;
    name: string;
    version: number;
    criteria: readonly GateCriterion[];
    takesBack: readonly string[];
    reason: string;
  }
>;
/** Somebody shows that a criterion is met: what shows it, and where it is found or the hash it is checked by. */
export type GateEvidenceGiven = Event<
  'GateEvidenceGiven',
  {
    projectId: string;
    gateId: string;
    criterionId: string;
    what: string;
    reference?: string;
    personId: string;
  }
>;
/** Judged by somebody who has no part in the component and gave none of its evidence; the last judgement counts. */
export type GateCriterionJudged = Event<
  'GateCriterionJudged',
  {
    projectId: string;
    gateId: string;
    criterionId: string;
    finding: CriterionFinding;
    reason: string;
    personId: string;
  }
>;
/**
 * A body has let the component through. `unmet`: must-meet criteria that were not met when the decision came here: those a conditional go
 * passes over, or what fell after the ballot on a plain go had opened.
 */
export type GatePassed = Event<
  'GatePassed',
  {
    projectId: string;
    gateId: string;
    name: string;
    version: number;
    motionId: string;
    bodyId: string;
    outcome: 'go' | 'conditional-go';
    unmet: readonly string[];
  }
>;

export type GateEvent = GateReached | GateEvidenceGiven | GateCriterionJudged | GatePassed;
