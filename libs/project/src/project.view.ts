import { refuse, type Cut, type Day } from '@docket/kernel';
import { baselineDifferences, type BaselineDifference } from './baseline-difference';
import { countingConfidence, type CountingConfidence } from './confidence-in-row';
import type { Baselines, ProjectStatus } from './domain/project';
import { standingFigures, type StandingFigures } from './standing-figures';
import type { CaseFigures, DeclinedPartInRow, MustHave, ProjectRow, ReportInRow } from './project.tables';

/** A project as answers show it; what is not known is null, amounts are exact text in the portfolio's currency. */
export type ProjectView = Readonly<{
  id: string;
  portfolioId: string;
  name: string;
  department: string | null;
  category: string | null;
  reference: string | null;
  status: ProjectStatus;
  /** The first day the portfolio knows of it. */
  since: Day;
  /** The day of the list that no longer names it: it left without a recorded decision. */
  absentFrom: Day | null;
  proposer: string | null;
  sponsor: string | null;
  manager: string | null;
  /** Parts that the persons named declined and have not taken up since; they are named in none. */
  declined: readonly DeclinedPartInRow[];
  /** Ids of those with an interest in it that stands. */
  interested: readonly string[];
  openMotion: string | null;
  businessCase: CaseFigures | null;
  /** As first authorised, and as it stands now. */
  baseline: Baselines | null;
  /** Where its case or what was last reported gives another cost or other dates than its current baseline. */
  differsFromBaseline: readonly BaselineDifference[];
  reports: number;
  firstReportedFinish: Day | null;
  lastReport: ReportInRow | null;
  previousReport: ReportInRow | null;
  /** What its reports say as it stands: each figure as it was last said, with the day of the report that said it. */
  reported: StandingFigures;
  /** Its delivery confidence: what a reviewer judged, or a list published, for the latest day. */
  confidence: CountingConfidence | null;
  /** Why it stands above every funding line, since when and by whom; null where it competes for its place. */
  mustHave: MustHave | null;
  /** Id of the sub-portfolio or programme it stands in; null: directly in the portfolio. */
  node: string | null;
}>;

export const projectView = (id: string, row: ProjectRow): ProjectView => ({
  id,
  portfolioId: row.portfolio,
  name: row.name,
  department: row.department,
  category: row.category,
  reference: row.reference,
  status: row.status,
  since: row.since,
  absentFrom: row.absent_from,
  proposer: row.proposer,
  sponsor: row.sponsor,
  manager: row.manager,
  declined: row.declined,
  interested: row.interested,
  openMotion: row.open_motion,
  businessCase: row.business_case,
  baseline: row.baseline,
  differsFromBaseline: baselineDifferences(row),
  reports: row.reports,
  firstReportedFinish: row.first_finish,
  lastReport: row.last_report,
  previousReport: row.previous_report,
  reported: standingFigures(row),
  confidence: countingConfidence(row) ?? null,
  mustHave: row.must_have,
  node: row.node,
});

/** The answer where a project was not there at a cut. */
export const unknownThen = (projectId: string, { at }: Cut) =>
  refuse(
    'project-unknown',
    `Project ${projectId} is not known as of ${at}. List the projects as of that moment.`,
  );
