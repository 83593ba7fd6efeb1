import type { Day } from '@docket/kernel';
import type { StatedCase } from './business-case';
import type { ClosureCommand, ClosureRefusal } from './closure.commands';
import type { GateCommand, GateRefusal } from './gate.commands';
import type { InterestNature } from './interest.events';
import type { OnProject } from './on-project';
import type { Outcome, Part, Source } from './project.events';
import type { ReportContent } from './status-report';

export type * from './closure.commands';
export type * from './gate.commands';
export type { PortfolioFacts } from './on-project';

/** How a list describes a project. */
export type Description = Readonly<{
  name: string;
  department?: string;
  category?: string;
  reference?: string;
  description?: string;
}>;

/** One periodic report as it is given; a field that is absent was not reported. */
export type Report = ReportContent & Readonly<{ reportedFor: Day; source?: Source }>;

/** The proposer is who asks. */
export type ProposeProject = OnProject<'ProposeProject', { portfolioId: string } & StatedCase>;
/** States the whole business case anew, of a proposal or of work that is authorised or held. */
export type ReviseBusinessCase = OnProject<'ReviseBusinessCase', StatedCase>;
export type WithdrawProposal = OnProject<'WithdrawProposal', { reason: string }>;
export type ImportAuthorisedProject = OnProject<
  'ImportAuthorisedProject',
  { portfolioId: string; source: Source } & Description
>;
/** Fields that are absent are not said anything about. */
export type RedescribeProject = OnProject<'RedescribeProject', { source: Source } & Partial<Description>>;
export type ReportStatus = OnProject<'ReportStatus', Report>;
/** States the report of a day anew, with the reason why. */
export type CorrectReport = OnProject<'CorrectReport', ReportContent & { reportedFor: Day; reason: string }>;
/** The reviewer is who asks; judging the same day again says it anew. */
export type JudgeConfidence = OnProject<
  'JudgeConfidence',
  { judgedFor: Day; scale: string; rating: string; reason: string }
>;
/** Without a reviewer it is one's own judgement of that day. */
export type WithdrawConfidence = OnProject<
  'WithdrawConfidence',
  { judgedFor: Day; reviewer?: string; reason: string }
>;
/** A list of that day, of that file, names it no more. */
export type NoteDeparture = OnProject<'NoteDeparture', { absentFrom: Day; source: string }>;
export type NoteReturn = OnProject<'NoteReturn', { presentFrom: Day; source: Source }>;
export type ClaimForMotion = OnProject<'ClaimForMotion', { motionId: string }>;
export type ReleaseMotion = OnProject<'ReleaseMotion', { motionId: string }>;
/** The recorded decision of a motion that holds the claim. `isReBaseline`: it was asked for a new baseline, and for nothing else. */
export type CarryDecision = OnProject<
  'CarryDecision',
  { motionId: string; bodyId: string; outcome: Outcome; isReBaseline?: boolean }
>;

/** It stands above every funding line. */
export type MarkMustHave = OnProject<'MarkMustHave', { reason: string }>;
export type LiftMustHave = OnProject<'LiftMustHave', { reason: string }>;

/** What placing asks of a node: gathered from the composition of the project's portfolio on every attempt. */
export type NodeFacts = Readonly<{ name: string; status: 'open' | 'closed' }>;
/** Null: back to the portfolio itself. `node` is absent where the composition has none of that id. */
export type PlaceProject = OnProject<'PlaceProject', { nodeId: string | null; node?: NodeFacts }>;

/** Asked by the person who is named. */
export type DeclinePart = OnProject<'DeclinePart', { part: Part; reason: string }>;
/** Asked by a person who declined the part. */
export type TakeUpPart = OnProject<'TakeUpPart', { part: Part }>;
/** `personId` is whose interest it is: mostly who asks. */
export type DeclareInterest = OnProject<
  'DeclareInterest',
  { personId: string; nature: InterestNature; description: string }
>;
export type WithdrawInterest = OnProject<'WithdrawInterest', { personId: string; reason: string }>;

export type ProjectCommand =
  | ProposeProject
  | ReviseBusinessCase
  | WithdrawProposal
  | ImportAuthorisedProject
  | RedescribeProject
  | ReportStatus
  | CorrectReport
  | JudgeConfidence
  | WithdrawConfidence
  | NoteDeparture
  | NoteReturn
  | ClaimForMotion
  | ReleaseMotion
  | CarryDecision
  | MarkMustHave
  | LiftMustHave
  | PlaceProject
  | DeclinePart
  | TakeUpPart
  | DeclareInterest
  | WithdrawInterest
  | GateCommand
  | ClosureCommand;

/** Why a business case does not hold together. */
export type CaseRefusal =
  | 'budget-year-outside-dates'
  | 'budget-year-twice'
  | 'budget-does-not-sum'
  | 'month-malformed'
  | 'demand-outside-dates'
  | 'demand-twice'
  | 'demand-without-hours'
  | 'benefit-without-owner'
  | 'benefit-twice'
  | 'benefit-before-start'
  | 'spelled-two-ways'
  | 'increment-twice'
  | 'benefits-do-not-sum'
  | 'risk-twice'
  | 'risk-off-scale';

/** Why a report, or its correction, does not stand. */
export type ReportRefusal =
  | 'confidence-not-reported'
  | 'count-malformed'
  | 'met-above-assessed'
  | 'favourable-above-responses'
  | 'responses-above-asked'
  | 'mean-off-scale'
  | 'size-without-unit'
  | 'earned-value-above-budget'
  | 'value-before-baseline'
  | 'report-before-project'
  | 'report-already-given'
  | 'report-out-of-order'
  | 'report-from-the-future'
  | 'report-unknown';

/** Why delivery confidence is not judged so, or a judgement of it not withdrawn. */
export type ConfidenceRefusal =
  | 'confidence-off-scale'
  | 'reviewer-has-a-part'
  | 'judgement-before-project'
  | 'judgement-from-the-future'
  | 'judgement-unknown'
  | 'judgement-withdrawn';

/** Why a part in a project is not declined, taken up or given, or stands in the way of a motion. */
export type PartRefusal = 'proposer-declines' | 'part-not-declined' | 'part-declined' | 'part-vacant';

/** Why a command on a project is not carried out. */
export type ProjectRefusal =
  | 'portfolio-unknown'
  | 'history-settled'
  | 'history-out-of-order'
  | 'project-unknown'
  | 'not-yours'
  | 'own-component'
  | 'interest-unknown'
  | 'project-already-known'
  | 'project-not-authorised'
  | 'project-left'
  | 'project-ended'
  | 'proposal-not-open'
  | 'case-not-open'
  | 'name-blank'
  | 'reason-blank'
  | 'amount-malformed'
  | 'amount-negative'
  | 'day-malformed'
  | 'finish-before-start'
  | CaseRefusal
  | ReportRefusal
  | ConfidenceRefusal
  | 'not-yours-to-withdraw'
  | 'motion-already-open'
  | 'motion-already-decided'
  | 'motion-not-claimed'
  | 'project-not-decidable'
  | 'outcome-does-not-fit'
  | 'project-not-competing'
  | 'must-have-already'
  | 'not-a-must-have'
  | 'node-unknown'
  | 'node-closed'
  | PartRefusal
  | GateRefusal
  | ClosureRefusal;
