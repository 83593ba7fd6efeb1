import type { Day, DecimalText, Event } from '@docket/kernel';
import type { MustHaveLifted, MustHaveMarked } from './must-have.events';

export type * from './must-have.events';

/** What a body can decide on a component: the words of the governance context, as they reach the project. */
export type Outcome = 'go' | 'conditional-go' | 'hold' | 'recycle' | 'defer' | 'reject' | 'kill' | 'complete';

/** The business case, thin: amounts in the portfolio's currency, `summary` is free text. */
export type BusinessCase = Readonly<{
  name: string;
  summary: string;
  sponsor: string;
  manager: string;
  wholeLifeCost: DecimalText;
  expectedBenefits?: DecimalText;
  start: Day;
  finish: Day;
  department?: string;
  category?: string;
}>;

/** Whole-life or cumulative figures in the portfolio's currency; `budget` and `forecast` are those of the reporting period. */
export type ReportedFigures = Readonly<{
  plannedValue?: DecimalText;
  earnedValue?: DecimalText;
  actualCost?: DecimalText;
  budget?: DecimalText;
  forecast?: DecimalText;
  wholeLifeCost?: DecimalText;
  benefits?: DecimalText;
  start?: Day;
  finish?: Day;
}>;

/** A reviewer's judgement; the scale version is stored with each rating. */
export type DeliveryConfidence = Readonly<{ scale: string; rating: string }>;

export type Source = Readonly<{ file: string; line: number }>;

/** `proposedOn` is the day in the portfolio's time zone: no report lies before it. */
export type ProjectProposed = Event<
  'ProjectProposed',
  { projectId: string; portfolioId: string; proposer: string; proposedOn: Day } & BusinessCase
>;
export type ProposalRevised = Event<'ProposalRevised', { projectId: string } & BusinessCase>;
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

/** One periodic report; `reportedFor` is its status date. A field that is absent was not reported. */
export type StatusReported = Event<
  'StatusReported',
  {
    projectId: string;
    reportedFor: Day;
    figures: ReportedFigures;
    confidence?: DeliveryConfidence;
    narrative?: string;
    source?: Source;
  }
>;

/** The project is absent from a later list: it left without a recorded decision. */
export type DepartureNoted = Event<'DepartureNoted', { projectId: string; absentFrom: Day; source: string }>;

/** It stands in a list again after it had left. */
export type ReturnNoted = Event<'ReturnNoted', { projectId: string; presentFrom: Day; source: Source }>;

/** At most one motion on a component is open: this one claims it. */
export type MotionClaimed = Event<'MotionClaimed', { projectId: string; motionId: string }>;
/** The motion ended without a decision. */
export type MotionReleased = Event<'MotionReleased', { projectId: string; motionId: string }>;

/** A recorded decision carried to the component. Baseline figures are those of the business case as authorised. */
export type DecisionCarried = Event<
  'DecisionCarried',
  {
    projectId: string;
    motionId: string;
    bodyId: string;
    outcome: Outcome;
    baseline?: { wholeLifeCost: DecimalText; start: Day; finish: Day };
  }
>;

export type ProjectEvent =
  | ProjectProposed
  | ProposalRevised
  | ProposalWithdrawn
  | AuthorisedProjectImported
  | ProjectRedescribed
  | StatusReported
  | DepartureNoted
  | ReturnNoted
  | MotionClaimed
  | MotionReleased
  | DecisionCarried
  | MustHaveMarked
  | MustHaveLifted;
