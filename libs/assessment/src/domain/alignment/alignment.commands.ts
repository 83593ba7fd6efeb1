import type { Command, Instant } from '@docket/kernel';

/** What these rules ask of the portfolio: gathered from its stream on every attempt. */
export type PortfolioFacts =
  | Readonly<{ status: 'absent' }>
  | Readonly<{ status: 'open'; history: 'open' | 'settled'; reachedAt?: Instant }>;

/** What these rules ask of the component; `people` are the ids of who proposed, sponsors and manages it. */
export type ComponentFacts = Readonly<{
  portfolioId: string;
  name: string;
  status: string;
  /** Whether it is proposed, authorised or held. */
  stands: boolean;
  /** Who proposed, sponsors or manages it. */
  people: readonly string[];
  /** Who was named to and declined: what others claim of it is not theirs to judge either. */
  declined: readonly string[];
}>;

/** What these rules ask of the objective. */
export type ObjectiveFacts = Readonly<{ name: string; status: 'active' | 'retired' }>;

/** Gathered from the streams of portfolio, component and strategy; `undefined` where there is none. */
export type AlignmentFacts = Readonly<{
  portfolio: PortfolioFacts;
  component: ComponentFacts | undefined;
  objective: ObjectiveFacts | undefined;
}>;

type OnContribution<Type extends string, Data extends object> = Command<
  Type,
  { projectId: string; objectiveId: string } & AlignmentFacts & Data
>;

/** `level` is one of the scale in force. */
export type ClaimContribution = OnContribution<'ClaimContribution', { level: number; reason: string }>;
/** `level` may be another one than was claimed. */
export type ConfirmContribution = OnContribution<'ConfirmContribution', { level: number; reason: string }>;
export type WithdrawContribution = OnContribution<'WithdrawContribution', { reason: string }>;

export type AlignmentCommand = ClaimContribution | ConfirmContribution | WithdrawContribution;

/** Why a command on the contributions of a component is not carried out. */
export type AlignmentRefusal =
  | 'portfolio-unknown'
  | 'history-settled'
  | 'history-out-of-order'
  | 'project-unknown'
  | 'project-left'
  | 'project-ended'
  | 'not-yours'
  | 'not-yours-to-confirm'
  | 'not-yours-to-withdraw'
  | 'objective-unknown'
  | 'objective-retired'
  | 'level-off-scale'
  | 'reason-blank'
  | 'contribution-not-claimed';
