import { defineTable, type Day, type Instant } from '@docket/kernel';

/**
 * What could count as the delivery confidence of a project: a reviewer's judgement, or what a list published (`reviewer` null;
 * `scale` and `rating` null where it published none).
 */
export type ConfidenceInRow = Readonly<{
  day: Day;
  reviewer: string | null;
  scale: string | null;
  rating: string | null;
  eventId: string;
  /** Of its event in the stream of the project: it tells which was recorded later. */
  revision: number;
}>;

/** What a reviewer said of a day from one event on, and who took it back why where somebody did. */
export type JudgementVersion = Readonly<{
  scale: string;
  rating: string;
  reason: string;
  eventId: string;
  revision: number;
  recordedAt: Instant;
  knownAt: Instant | null;
  withdrawn: Readonly<{ by: string; at: Instant; reason: string; eventId: string }> | null;
}>;

/** All that one reviewer said of one day, oldest first: the last stands, unless it is withdrawn. */
export type JudgementRow = Readonly<{
  judged_for: Day;
  reviewer: string;
  versions: readonly JudgementVersion[];
}>;

/** One row per day and reviewer, by `judgementRowKey`; scope: the project. */
export const judgementTable = defineTable<JudgementRow>('confidence_judgement', {
  judged_for: 'text',
  reviewer: 'text',
  versions: 'json',
});

export const judgementRowKey = (projectId: string, judgedFor: Day, reviewer: string): string =>
  `${projectId}/${judgedFor}/${reviewer}`;
