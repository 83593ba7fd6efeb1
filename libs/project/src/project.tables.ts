import { defineTable, type Day, type DecimalText, type Instant } from '@docket/kernel';
import type { Baseline, DeliveryConfidence, ProjectStatus, ReportedFigures, Source } from './domain/project';

/** A report as a project's row keeps it; `eventId` and `revision` name the event an explanation points to. */
export type ReportInRow = Readonly<{
  reportedFor: Day;
  figures: ReportedFigures;
  confidence: DeliveryConfidence | null;
  eventId: string;
  revision: number;
}>;

/** The figures of a business case, in the portfolio's currency. */
export type CaseFigures = Readonly<{
  wholeLifeCost: DecimalText;
  expectedBenefits: DecimalText | null;
  start: Day;
  finish: Day;
}>;

/** Why, since when and by whom a component stands above every funding line. */
export type MustHave = Readonly<{ reason: string; since: Instant; by: string }>;

export type ProjectRow = Readonly<{
  portfolio: string;
  name: string;
  department: string | null;
  category: string | null;
  reference: string | null;
  status: ProjectStatus;
  /** The first day the portfolio knows of it. */
  since: Day;
  /** The day of the list that no longer names it, while it has left. */
  absent_from: Day | null;
  proposer: string | null;
  sponsor: string | null;
  manager: string | null;
  open_motion: string | null;
  business_case: CaseFigures | null;
  baseline: Baseline | null;
  reports: number;
  /** The finish given by the first report that gave one: what slip is measured from. */
  first_finish: Day | null;
  last_report: ReportInRow | null;
  previous_report: ReportInRow | null;
  must_have: MustHave | null;
}>;

/** One row per project, by id; scope: its portfolio. */
export const projectTable = defineTable<ProjectRow>('project', {
  portfolio: 'text',
  name: 'text',
  department: 'text',
  category: 'text',
  reference: 'text',
  status: 'text',
  since: 'text',
  absent_from: 'text',
  proposer: 'text',
  sponsor: 'text',
  manager: 'text',
  open_motion: 'text',
  business_case: 'json',
  baseline: 'json',
  reports: 'integer',
  first_finish: 'text',
  last_report: 'json',
  previous_report: 'json',
  must_have: 'json',
});

/** What a project is about, in words: apart from its row, because lists and rankings do without. */
export type ProjectWordsRow = Readonly<{ description: string | null }>;

/** One row per project, by id; scope: the project. */
export const projectWordsTable = defineTable<ProjectWordsRow>('project_words', { description: 'text' });

export type StatusReportRow = Readonly<{
  reported_for: Day;
  figures: ReportedFigures;
  confidence: DeliveryConfidence | null;
  narrative: string | null;
  source: Source | null;
  event_id: string;
  revision: number;
}>;

/** One row per report, by `statusReportKey`; scope: the project. */
export const statusReportTable = defineTable<StatusReportRow>('status_report', {
  reported_for: 'text',
  figures: 'json',
  confidence: 'json',
  narrative: 'text',
  source: 'json',
  event_id: 'text',
  revision: 'integer',
});

export const statusReportKey = (projectId: string, reportedFor: Day): string => `${projectId}/${reportedFor}`;
