import { defineTable, type Day, type DecimalText, type Instant } from '@docket/kernel';
import type { ConfidenceInRow } from './confidence.tables';
import type {
  Baselines,
  BusinessCase,
  DeliveryConfidence,
  Part,
  ProjectStatus,
  ReportContent,
  ReportedFigures,
  ReportedMeasures,
  Source,
} from './domain/project';

/**
 * A report as a project's row keeps it, as last corrected; `eventId` and `revision` name the event an explanation points to.
 * What was counted beside its figures is there where it was reported.
 */
export type ReportInRow = ReportedMeasures &
  Readonly<{
    reportedFor: Day;
    figures: ReportedFigures;
    /** What a list published with it; it is no part of what somebody reports. */
    confidence: DeliveryConfidence | null;
    eventId: string;
    revision: number;
  }>;

/** The figures of a business case, in the portfolio's currency; vendor and tags where the case names any. */
export type CaseFigures = Readonly<{
  wholeLifeCost: DecimalText;
  expectedBenefits: DecimalText | null;
  start: Day;
  finish: Day;
  vendor?: string;
  tags?: readonly string[];
}>;

/**
 * What one report says in figures, as last corrected, and the event that says so. `isListed`: it is a row of an imported list, and so a
 * whole statement.
 */
export type FiguresSaid = Readonly<{
  reportedFor: Day;
  figures: ReportedFigures;
  eventId: string;
  isListed: boolean;
}>;

/** A finish that the report of that day gives. */
export type ReportedFinish = Readonly<{ reportedFor: Day; finish: Day }>;
/** Why, since when and by whom a component stands above every funding line. */
export type MustHave = Readonly<{ reason: string; since: Instant; by: string }>;

/** A part that the person named declined and has not taken up since: whose, when and why. */
export type DeclinedPartInRow = Readonly<{ part: Part; personId: string; at: Instant; reason: string }>;

export type ProjectRow = Readonly<{
  /** That of the last event in the stream of the project that changed anything of this. */
  revision: number;
  portfolio: string;
  name: string;
  department: string | null;
  category: string | null;
  reference: string | null;
  status: ProjectStatus;
  /** When it came to that status. */
  status_since: Instant;
  /** The first day the portfolio knows of it. */
  since: Day;
  /** The day of the list that no longer names it, while it has left. */
  absent_from: Day | null;
  proposer: string | null;
  sponsor: string | null;
  manager: string | null;
  /** In the order in which they were declined. A part is vacant where nobody else has it by now. */
  declined: readonly DeclinedPartInRow[];
  /** Who has an interest in it that stands, in the order in which they declared. */
  interested: readonly string[];
  open_motion: string | null;
  business_case: CaseFigures | null;
  /** Set by the decision that authorised it; what was imported as authorised has none. */
  baseline: Baselines | null;
  reports: number;
  /** The finish given by the first report that gave one: what slip is measured from. */
  first_finish: Day | null;
  /** What the first finish is found in when a report is corrected, oldest report first. */
  finishes: readonly ReportedFinish[];
  last_report: ReportInRow | null;
  previous_report: ReportInRow | null;
  /** What its figures stand by, oldest first: the last row of a list, if there is any, and every report since. */
  said: readonly FiguresSaid[];
  /** What could count as its delivery confidence, by day and as recorded: the last does. */
  confidences: readonly ConfidenceInRow[];
  must_have: MustHave | null;
  /** The node of the composition it stands in; null: the portfolio itself. */
  node: string | null;
}>;

/** One row per project, by id; scope: its portfolio. */
export const projectTable = defineTable<ProjectRow>('project', {
  revision: 'integer',
  portfolio: 'text',
  name: 'text',
  department: 'text',
  category: 'text',
  reference: 'text',
  status: 'text',
  status_since: 'text',
  since: 'text',
  absent_from: 'text',
  proposer: 'text',
  sponsor: 'text',
  manager: 'text',
  declined: 'json',
  interested: 'json',
  open_motion: 'text',
  business_case: 'json',
  baseline: 'json',
  reports: 'integer',
  first_finish: 'text',
  finishes: 'json',
  last_report: 'json',
  previous_report: 'json',
  said: 'json',
  confidences: 'json',
  must_have: 'json',
  node: 'text',
});

/** What a project is about, in words: apart from its row, because lists and rankings do without. */
export type ProjectWordsRow = Readonly<{
  description: string | null;
  scope: string | null;
  options: string | null;
  risk_texts: string | null;
  /** The scope as authorised, where the case told one. */
  baseline_scope: Readonly<{ original: string | null; current: string | null }> | null;
}>;

/** One row per project, by id; scope: the project. */
export const projectWordsTable = defineTable<ProjectWordsRow>('project_words', {
  description: 'text',
  scope: 'text',
  options: 'text',
  risk_texts: 'text',
  baseline_scope: 'json',
});

/** The lists of a business case as it stands: empty where it has none. */
export type BusinessCaseRow = Readonly<{
  budget_by_year: NonNullable<BusinessCase['budgetByYear']>;
  demand: NonNullable<BusinessCase['demand']>;
  benefits: NonNullable<BusinessCase['benefits']>;
  risks: NonNullable<BusinessCase['risks']>;
}>;

/** One row per project that has a business case, by id; scope: its portfolio. */
export const businessCaseTable = defineTable<BusinessCaseRow>('business_case', {
  budget_by_year: 'json',
  demand: 'json',
  benefits: 'json',
  risks: 'json',
});

export type CaseRevisionRow = Readonly<{
  /** The revision of its event in the stream of the project: it tells which came first. */
  revision: number;
  event_id: string;
  actor: string;
  recorded_at: Instant;
  known_at: Instant | null;
  /** Null where no case was stated, but a part declined or taken up. */
  stated: BusinessCase | null;
  part: PartInRevision | null;
}>;

/** A part that was declined, with the reason, or taken up again. */
export type PartInRevision = Readonly<{
  event: 'PartDeclined' | 'PartTakenUp';
  part: Part;
  personId: string;
  reason: string | null;
}>;

/** One row per revision of a business case, and per part declined or taken up in it, by `caseRevisionKey`; scope: the project. */
export const caseRevisionTable = defineTable<CaseRevisionRow>('case_revision', {
  revision: 'integer',
  event_id: 'text',
  actor: 'text',
  recorded_at: 'text',
  known_at: 'text',
  stated: 'json',
  part: 'json',
});

export const caseRevisionKey = (projectId: string, revision: number): string => `${projectId}/${revision}`;

/** What a report said from one event on, and who said it. */
export type ReportVersion = ReportContent &
  Readonly<{
    eventId: string;
    revision: number;
    actor: string;
    recordedAt: Instant;
    knownAt: Instant | null;
  }>;

/** A former value of a report, and what took its place. */
export type Correction = Readonly<{
  former: ReportVersion;
  correctedBy: string;
  correctedAt: Instant;
  reason: string;
}>;

/** A report as last corrected; `corrections` from the first to the last. */
export type StatusReportRow = Readonly<{
  reported_for: Day;
  said: ReportVersion;
  source: Source | null;
  corrections: readonly Correction[];
}>;

/** One row per report, by `statusReportKey`; scope: the project. */
export const statusReportTable = defineTable<StatusReportRow>('status_report', {
  reported_for: 'text',
  said: 'json',
  source: 'json',
  corrections: 'json',
});

export const statusReportKey = (projectId: string, reportedFor: Day): string => `${projectId}/${reportedFor}`;
