import type { Command, Day, Instant } from '@docket/kernel';
import type { BusinessCase, DeliveryConfidence, Outcome, ReportedFigures, Source } from './project.events';

/** What a project's rules ask of its portfolio: gathered from the portfolio's stream on every attempt. */
export type PortfolioFacts =
  | Readonly<{ status: 'absent' }>
  | Readonly<{
      status: 'open';
      currency: string;
      timeZone: string;
      history: 'open' | 'settled';
      reachedAt?: Instant;
    }>;

/** How a list describes a project. */
export type Description = Readonly<{
  name: string;
  department?: string;
  category?: string;
  reference?: string;
  description?: string;
}>;

/** One periodic report as it is given; a field that is absent was not reported. */
export type Report = Readonly<{
  reportedFor: Day;
  figures: ReportedFigures;
  confidence?: DeliveryConfidence;
  narrative?: string;
  source?: Source;
}>;

type OnProject<Type extends string, Data extends object = object> = Command<
  Type,
  { projectId: string; portfolio: PortfolioFacts } & Data
>;

/** The proposer is who asks. */
export type ProposeProject = OnProject<'ProposeProject', { portfolioId: string } & BusinessCase>;
export type ReviseProposal = OnProject<'ReviseProposal', BusinessCase>;
export type WithdrawProposal = OnProject<'WithdrawProposal', { reason: string }>;
export type ImportAuthorisedProject = OnProject<
  'ImportAuthorisedProject',
  { portfolioId: string; source: Source } & Description
>;
/** Fields that are absent are not said anything about. */
export type RedescribeProject = OnProject<'RedescribeProject', { source: Source } & Partial<Description>>;
export type ReportStatus = OnProject<'ReportStatus', Report>;
/** A list of that day, of that file, names it no more. */
export type NoteDeparture = OnProject<'NoteDeparture', { absentFrom: Day; source: string }>;
export type NoteReturn = OnProject<'NoteReturn', { presentFrom: Day; source: Source }>;
export type ClaimForMotion = OnProject<'ClaimForMotion', { motionId: string }>;
export type ReleaseMotion = OnProject<'ReleaseMotion', { motionId: string }>;
/** The recorded decision of a motion that holds the claim. */
export type CarryDecision = OnProject<
  'CarryDecision',
  { motionId: string; bodyId: string; outcome: Outcome }
>;

/** It stands above every funding line. */
export type MarkMustHave = OnProject<'MarkMustHave', { reason: string }>;
export type LiftMustHave = OnProject<'LiftMustHave', { reason: string }>;

export type ProjectCommand =
  | ProposeProject
  | ReviseProposal
  | WithdrawProposal
  | ImportAuthorisedProject
  | RedescribeProject
  | ReportStatus
  | NoteDeparture
  | NoteReturn
  | ClaimForMotion
  | ReleaseMotion
  | CarryDecision
  | MarkMustHave
  | LiftMustHave;

/** Why a command on a project is not carried out. */
export type ProjectRefusal =
  | 'portfolio-unknown'
  | 'history-settled'
  | 'history-out-of-order'
  | 'project-unknown'
  | 'not-yours'
  | 'project-already-known'
  | 'project-not-authorised'
  | 'project-left'
  | 'project-ended'
  | 'proposal-not-open'
  | 'name-blank'
  | 'reason-blank'
  | 'amount-malformed'
  | 'amount-negative'
  | 'day-malformed'
  | 'finish-before-start'
  | 'confidence-off-scale'
  | 'report-before-project'
  | 'report-already-given'
  | 'report-out-of-order'
  | 'report-from-the-future'
  | 'motion-already-open'
  | 'motion-already-decided'
  | 'motion-not-claimed'
  | 'project-not-decidable'
  | 'outcome-does-not-fit'
  | 'project-not-competing'
  | 'must-have-already'
  | 'not-a-must-have';
