import type { Day, Instant } from '@docket/kernel';
import type { Description, Report, RowSource } from './dated-row';

/** What happens to one project, in the words of the commands that carry it out. */
export type ProjectStep =
  | (Readonly<{ kind: 'import-authorised-project'; projectId: string; source: RowSource }> & Description)
  | Readonly<{ kind: 'note-return'; projectId: string; presentFrom: Day; source: RowSource }>
  | (Readonly<{ kind: 'redescribe-project'; projectId: string; source: RowSource }> & Partial<Description>)
  | (Readonly<{ kind: 'report-status'; projectId: string; reportedFor: Day; source: RowSource }> & Report)
  | Readonly<{ kind: 'note-departure'; projectId: string; absentFrom: Day; source: string }>;

/** Steps of one row, to be carried out one after the other; rows of a year may go side by side. */
export type RowSteps = Readonly<{ source: RowSource; steps: readonly ProjectStep[] }>;

/** What a year's list adds: history reaches its day, then the rows, then who is absent. */
export type YearPlan = Readonly<{
  year: number;
  knownAt: Instant;
  /** The files of the list. */
  source: string;
  rows: readonly RowSteps[];
  departures: readonly ProjectStep[];
}>;
