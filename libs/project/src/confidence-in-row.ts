import type { Recorded } from '@docket/kernel';
import type { ConfidenceInRow } from './confidence.tables';
import {
  barIn,
  type DeliveryConfidenceJudged,
  type DeliveryConfidenceWithdrawn,
  type PartIn,
  type StatusReported,
} from './domain/project';
import type { ProjectRow } from './project.tables';

const isEarlier = (a: ConfidenceInRow, b: ConfidenceInRow): boolean =>
  a.day === b.day ? a.revision < b.revision : a.day < b.day;

/**
 * By day, then as recorded, the last counts. What a list published is never taken back: whatever comes before the last such
 * can count no more, and is left out.
 */
const taking = (before: readonly ConfidenceInRow[], one: ConfidenceInRow): readonly ConfidenceInRow[] => {
  const all = [...before.filter((other) => isEarlier(other, one)), one].concat(
    before.filter((other) => !isEarlier(other, one)),
  );
  return all.slice(
    Math.max(
      0,
      all.findLastIndex(({ reviewer }) => reviewer === null),
    ),
  );
};

/** A list says the confidence anew, also by saying none; what somebody reports of today says nothing of it. */
export const afterPublished = (row: ProjectRow, event: Recorded<StatusReported>): ProjectRow => {
  const { data, id: eventId, revision, meta } = event;
  if (meta.origin !== 'import') return row;
  const { reportedFor: day, confidence } = data;
  const { scale = null, rating = null } = confidence ?? {};
  const published = { day, reviewer: null, scale, rating, eventId, revision };
  return { ...row, confidences: taking(row.confidences, published) };
};

const without = ({ confidences }: ProjectRow, judgedFor: string, reviewer: string) =>
  confidences.filter((one) => one.day !== judgedFor || one.reviewer !== reviewer);

export const afterJudged = (row: ProjectRow, event: Recorded<DeliveryConfidenceJudged>): ProjectRow => {
  const { judgedFor: day, reviewer, scale, rating } = event.data;
  const judged = { day, reviewer, scale, rating, eventId: event.id, revision: event.revision };
  return { ...row, confidences: taking(without(row, day, reviewer), judged) };
};

export const afterWithdrawn = (
  row: ProjectRow,
  { data: { judgedFor, reviewer } }: Recorded<DeliveryConfidenceWithdrawn>,
): ProjectRow => ({ ...row, confidences: without(row, judgedFor, reviewer) });

/** A rating that counts, with where it comes from; `reviewer` null: published in a list. */
export type CountingConfidence = Omit<ConfidenceInRow, 'scale' | 'rating'> &
  Readonly<{ scale: string; rating: string }>;

type Judged = Pick<ProjectRow, 'confidences' | 'interested' | PartIn>;

/** What may count: no judgement by whoever has come to have a part or an interest in the project, while they do. */
export const mayCount = ({ confidences, ...people }: Judged): readonly ConfidenceInRow[] =>
  confidences.filter(({ reviewer }) => reviewer === null || barIn(people, reviewer) === null);

/** The delivery confidence of a project: the last of the latest day that may count. None where the last list published none, and none was judged since. */
export const countingConfidence = (row: Judged): CountingConfidence | undefined => {
  const { scale, rating, ...last } = mayCount(row).at(-1) ?? { scale: null, rating: null };
  return scale === null || rating === null || !('eventId' in last) ? undefined : { ...last, scale, rating };
};
