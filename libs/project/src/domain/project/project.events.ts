import type { Day, Event } from '@docket/kernel';
import type { Baseline, BusinessCase } from './business-case';
import type { ClosureEvent } from './closure.events';
import type { DeliveryConfidenceJudged, DeliveryConfidenceWithdrawn } from './confidence.events';
import type { GateEvent } from './gate.events';
import type { MustHaveLifted, MustHaveMarked } from './must-have.events';
import type { InterestDeclared, InterestWithdrawn } from './interest.events';
import type { PartDeclined, PartTakenUp } from './part.events';
import type { ProjectPlaced } from './placing.events';
import type { ReportContent } from './status-report';

export type * from './closure.events';
export type * from './confidence.events';
export type * from './gate.events';
export type * from './interest.events';
export type * from './must-have.events';
export type * from './part.events';
export type * from './placing.events';

/** What a body can decide on a component: the words of the governance context, as they reach the project. */
export type Outcome = 'go' | 'conditional-go' | 'hold' | 'recycle' | 'defer' | 'reject' | 'kill' | 'complete';

export type Source = Readonly<{ file: string; line: number }>;

/** `proposedOn` is the day in the portfolio's time zone: no report lies before it. */
export type ProjectProposed = Event<
  'ProjectProposed',
  { projectId: string; portfolioId: string; proposer: string; proposedOn: Day } & BusinessCase
>;
export type ProposalRevised = Event<'ProposalRevised', { projectId: string } & BusinessCase>;
/** The case of work that is authorised or held, kept current; what was authorised stays as its baseline says. */
export type BusinessCaseRevised = Event<'BusinessCaseRevised', { projectId: string } & BusinessCase>;
export type ProposalWithdrawn = Event<'ProposalWithdrawn', { projectId: string; reason: string }>;

/** Taken over from a list of projects that somebody authorised before Docket knew them; `presentFrom` is that list's day. */
export type AuthorisedProjectImported = Event<
  'AuthorisedProjectImported',
  {
    projectId: string;
    portfolioId: string;
    presentFrom: Day;
    name: string;
    department?: string;
    category?: string;
    reference?: string;
    description?: string;
    source: Source;
  }
>;

/** An imported list describes the project otherwise than before; only what differs is given. */
export type ProjectRedescribed = Event<
  'ProjectRedescribed',
  {
    projectId: string;
    name?: string;
    department?: string;
    category?: string;
    reference?: string;
    description?: string;
    source: Source;
  }
>;

/**
 * One periodic report; `reportedFor` is its status date. A field that is absent was not reported. Only an imported list carries
 * a delivery confidence, as it was published with it.
 */
export type StatusReported = Event<
  'StatusReported',
  { projectId: string; reportedFor: Day; source?: Source } & ReportContent
>;

/**
 * The report of that day anew, whole, and why; `corrects` is the revision of the event whose words it takes the place of. It says
 * nothing of delivery confidence: what a list published with the report stays.
 */
export type StatusReportCorrected = Event<
  'StatusReportCorrected',
  { projectId: string; reportedFor: Day; corrects: number; reason: string } & ReportContent
>;

/** The project is absent from a later list: it left without a recorded decision. */
export type DepartureNoted = Event<'DepartureNoted', { projectId: string; absentFrom: Day; source: string }>;

/** It stands in a list again after it had left. */
export type ReturnNoted = Event<'ReturnNoted', { projectId: string; presentFrom: Day; source: Source }>;

/** At most one motion on a component is open: this one claims it. */
export type MotionClaimed = Event<'MotionClaimed', { projectId: string; motionId: string }>;
/** The motion ended without a decision. */
export type MotionReleased = Event<'MotionReleased', { projectId: string; motionId: string }>;

/**
 * A recorded decision carried to the component. The decision that authorises a proposal sets its baseline: the figures of the
 * business case as it stood, and its scope in words.
 */
export type DecisionCarried = Event<
  'DecisionCarried',
  {
    projectId: string;
    motionId: string;
    bodyId: string;
    outcome: Outcome;
    baseline?: Baseline;
    scope?: string;
  }
>;

export type ProjectEvent =
  | ProjectProposed
  | ProposalRevised
  | BusinessCaseRevised
  | ProposalWithdrawn
  | AuthorisedProjectImported
  | ProjectRedescribed
  | StatusReported
  | StatusReportCorrected
  | DeliveryConfidenceJudged
  | DeliveryConfidenceWithdrawn
  | DepartureNoted
  | ReturnNoted
  | MotionClaimed
  | MotionReleased
  | DecisionCarried
  | MustHaveMarked
  | MustHaveLifted
  | ProjectPlaced
  | InterestDeclared
  | InterestWithdrawn
  | PartDeclined
  | PartTakenUp
  | GateEvent
  | ClosureEvent;
