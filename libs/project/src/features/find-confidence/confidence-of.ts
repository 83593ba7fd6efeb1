import { byCodeUnits, type Cut, type Day, type Instant, type ReadModel, type Refused } from '@docket/kernel';
import { countingConfidence, mayCount, type CountingConfidence } from '../../confidence-in-row';
import { judgementTable, type JudgementRow, type JudgementVersion } from '../../confidence.tables';
import { barIn, type Bar, type Source } from '../../domain/project';
import { projectTable, statusReportTable, type ProjectRow, type StatusReportRow } from '../../project.tables';
import { unknownThen } from '../../project.view';
import { whyItCounts, type Discounted } from './why-it-counts';

/** What a reviewer said of a day from one event on; `withdrawn` says who took it back and why. */
export type JudgementVersionView = Readonly<{
  scale: string;
  rating: string;
  reason: string;
  withdrawn: Readonly<{ by: string; at: Instant; reason: string }> | null;
  eventId: string;
  /** The number of its event. */
  number: number;
  revision: number;
  date: Instant;
}>;

/** What one reviewer says of one day, and all that the same one said of it before. */
export type JudgementView = JudgementVersionView &
  Readonly<{
    judgedFor: Day;
    reviewer: string;
    counts: boolean;
    /** What its reviewer has come to be to the project, for which it does not count; null of whoever has no part. */
    notCounted: Bar | null;
    former: readonly JudgementVersionView[];
  }>;

/** What a list published of a project, as it stood in it; a rating it did not give is null. */
export type PublishedView = Readonly<{
  reportedFor: Day;
  scale: string | null;
  rating: string | null;
  source: Source | null;
  eventId: string;
  number: number;
  date: Instant;
  counts: boolean;
}>;

/** `counts` is the delivery confidence of the project, null where it has none; `why` says which of all that is, or why none. */
export type ConfidenceAnswer = Readonly<{
  id: string;
  name: string;
  counts: (CountingConfidence & Readonly<{ number: number }>) | null;
  why: string;
  judgements: readonly JudgementView[];
  published: readonly PublishedView[];
}>;

type NumberOf = (eventId: string) => number;
type Stands = Readonly<{ numberOf: NumberOf; counting: string | undefined; project: ProjectRow }>;

/** The number of an event is that from which the first version of a row is valid that tells of it. */
const numbersOf = async (readModel: ReadModel, cut: Cut, scope: string): Promise<NumberOf> => {
  const range = { after: 0, upTo: cut.number };
  const judged = await readModel.changedBetween(judgementTable, range, { scope });
  const reported = await readModel.changedBetween(statusReportTable, range, { scope });
  const told = [
    ...judged.map(({ row, validFrom }) => [row?.versions.at(-1)?.eventId, validFrom] as const),
    ...reported.map(({ row, validFrom }) => [row?.said.eventId, validFrom] as const),
  ];
  const numbers = new Map(told.toSorted(([, a], [, b]) => b - a));
  return (eventId) => numbers.get(eventId) ?? 0;
};

const versionView = (version: JudgementVersion, numberOf: NumberOf): JudgementVersionView => {
  const { scale, rating, reason, withdrawn, eventId, revision, recordedAt, knownAt } = version;
  const taken = withdrawn && { by: withdrawn.by, at: withdrawn.at, reason: withdrawn.reason };
  return {
    ...{ scale, rating, reason, withdrawn: taken, eventId, number: numberOf(eventId), revision },
    date: knownAt ?? recordedAt,
  };
};

const judgementView = (
  { judged_for, reviewer, versions }: JudgementRow,
  { numberOf, counting, project }: Stands,
) => {
  const [last, ...former] = versions.map((one) => versionView(one, numberOf)).toReversed();
  if (!last) return [];
  const notCounted = barIn(project, reviewer);
  return [
    { judgedFor: judged_for, reviewer, ...last, counts: last.eventId === counting, notCounted, former },
  ];
};

/** The report as the list had it: what was corrected since says nothing of a rating. */
const publishedView = (row: StatusReportRow, { numberOf, counting }: Stands): readonly PublishedView[] => {
  const { eventId, knownAt, confidence } = row.corrections[0]?.former ?? row.said;
  if (knownAt === null) return [];
  const { scale = null, rating = null } = confidence ?? {};
  const where = { source: row.source, eventId, number: numberOf(eventId), date: knownAt };
  return [{ reportedFor: row.reported_for, scale, rating, ...where, counts: eventId === counting }];
};

/** All that was judged, with whether it was taken back: what of it may count is among `mayCount`. */
const discountedIn = (judged: readonly JudgementRow[]): readonly Discounted[] =>
  judged.map(({ judged_for, versions }) => ({
    day: judged_for,
    isWithdrawn: versions.at(-1)?.withdrawn != null,
  }));

/** The delivery confidence of a project at a cut, oldest day first: of one day as recorded. */
export const confidenceOf = async (
  readModel: ReadModel,
  cut: Cut,
  { projectId: scope }: Readonly<{ projectId: string }>,
): Promise<ConfidenceAnswer | Refused<'project-unknown'>> => {
  const project = await readModel.rowAsOf(projectTable, cut.number, scope);
  if (!project) return unknownThen(scope, cut);
  const judged = await readModel.rowsAsOf(judgementTable, cut.number, { scope });
  const reported = await readModel.rowsAsOf(statusReportTable, cut.number, { scope });
  const numberOf = await numbersOf(readModel, cut, scope);
  const counts = countingConfidence(project);
  const stands = { numberOf, counting: counts?.eventId, project };
  return {
    id: scope,
    name: project.name,
    counts: counts ? { ...counts, number: numberOf(counts.eventId) } : null,
    why: whyItCounts(mayCount(project), discountedIn(judged.map(({ row }) => row))),
    judgements: judged
      .flatMap(({ row }) => judgementView(row, stands))
      .sort((a, b) => byCodeUnits(a.judgedFor, b.judgedFor) || a.revision - b.revision),
    published: reported
      .flatMap(({ row }) => publishedView(row, stands))
      .sort((a, b) => byCodeUnits(a.reportedFor, b.reportedFor)),
  };
};
