import type { Day, DecimalText, FirstVersions } from '@docket/kernel';
import type {
  DecisionCarried,
  Outcome,
  ProjectEvent,
  ProjectProposed,
  ProposalRevised,
  Source,
  StatusReported,
} from './project.events';

/** The business case of version 1: no lists, and one free text. */
type FirstCase = Readonly<{
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

type FirstFigures = Readonly<{
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

type Of<Type extends string, Data extends object> = Readonly<{ type: Type; data: Data }>;

type Former =
  | Of<
      'ProjectProposed.v1',
      { projectId: string; portfolioId: string; proposer: string; proposedOn: Day } & FirstCase
    >
  | Of<'ProposalRevised.v1', { projectId: string } & FirstCase>
  | Of<
      'StatusReported.v1',
      {
        projectId: string;
        reportedFor: Day;
        figures: FirstFigures;
        confidence?: { scale: string; rating: string };
        narrative?: string;
        source?: Source;
      }
    >
  | Of<
      'DecisionCarried.v1',
      {
        projectId: string;
        motionId: string;
        bodyId: string;
        outcome: Outcome;
        baseline?: { wholeLifeCost: DecimalText; start: Day; finish: Day };
      }
    >;

type Grown = ProjectProposed | ProposalRevised | StatusReported | DecisionCarried;

type SecondVersions<E extends Grown> = E extends Grown ? Of<`${E['type']}.v2`, E['data']> : never;

/** Every shape of this context that may lie in a store. */
export type Stored = Former | SecondVersions<Grown> | FirstVersions<Exclude<ProjectEvent, Grown>>;
