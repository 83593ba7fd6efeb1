import type { Cut, Instant, Json, Numbered, ReadModel, Refused } from '@docket/kernel';
import {
  projectEventTable,
  projectTable,
  statusReportTable,
  type ProjectEventRow,
} from '../../project.tables';
import { unknownThen } from '../../project.view';

/** One event of a project: its number in the log, when it was known, and what it said. */
export type HistoryEntry = Readonly<{
  number: number;
  eventId: string;
  revision: number;
  type: string;
  /** Its date on the portfolio's timeline; null for imported history without one. */
  date: Instant | null;
  recordedAt: Instant;
  knownAt: Instant | null;
  actor: string;
  details: Readonly<Record<string, Json>>;
  /** The words of a status report. */
  narrative: string | null;
}>;

export type ProjectHistory = Readonly<{ id: string; name: string; entries: readonly HistoryEntry[] }>;

const PAGE = 1_000;

const linesOf = async (readModel: ReadModel, stream: string, upTo: number): Promise<readonly Numbered[]> => {
  const lines: Numbered[] = [];
  for (;;) {
    const after = lines.at(-1)?.number ?? 0;
    const page = await readModel.numbers({ after, upTo, limit: PAGE, stream });
    lines.push(...page);
    if (page.length < PAGE) return lines;
  }
};

const entry = (line: Numbered, row: ProjectEventRow, narrative: string | null): HistoryEntry => ({
  number: line.number,
  eventId: line.eventId,
  revision: row.revision,
  type: row.type,
  date: line.timelineAt,
  recordedAt: row.recorded_at,
  knownAt: row.known_at,
  actor: row.actor,
  details: row.details,
  narrative,
});

/** What happened to a project up to a cut, oldest first; refused where it was not known. */
export const projectHistory = async (
  readModel: ReadModel,
  cut: Cut,
  { projectId }: Readonly<{ projectId: string }>,
): Promise<ProjectHistory | Refused<'project-unknown'>> => {
  const where = { scope: projectId };
  const project = await readModel.rowAsOf(projectTable, cut.number, projectId);
  const rows = await readModel.rowsAsOf(projectEventTable, cut.number, where);
  const [first] = rows;
  if (!project || !first) return unknownThen(projectId, cut);
  const events = new Map(rows.map(({ key, row }) => [key, row]));
  const reports = await readModel.rowsAsOf(statusReportTable, cut.number, where);
  const narratives = new Map(reports.map(({ row }) => [row.event_id, row.narrative]));
  const lines = await linesOf(readModel, first.row.stream, cut.number);
  const entries = lines.flatMap((line) => {
    const row = events.get(line.eventId);
    return row ? [entry(line, row, narratives.get(line.eventId) ?? null)] : [];
  });
  return { id: projectId, name: project.name, entries };
};
