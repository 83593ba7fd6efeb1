import {
  defineTable,
  type Change,
  type DecimalText,
  type Instant,
  type Projection,
  type Recorded,
  type Row,
} from '@docket/kernel';
import type { AssessmentEvent, CriterionRated } from './domain/assessment/assessment.events';

/** The points on one criterion. */
export type PointsInRow = Readonly<{ criterion: string; points: DecimalText }>;

/** One person's assessment of one project by one model. A withdrawn one stays, without ratings. */
export type AssessmentRow = Readonly<{
  project: string;
  model: string;
  assessor: string;
  status: 'given' | 'withdrawn';
  /** In the order in which they were first given. */
  ratings: readonly PointsInRow[];
  /** When the organisation knew the latest of it. */
  changed_at: Instant;
  changed_by: string;
  revision: number;
}>;

/** One row per assessment, by id; scope: the portfolio. Rankings read it, so that it is without words. */
export const assessmentTable = defineTable<AssessmentRow>('assessment', {
  project: 'text',
  model: 'text',
  assessor: 'text',
  status: 'text',
  ratings: 'json',
  changed_at: 'text',
  changed_by: 'text',
  revision: 'integer',
});

/** Why each criterion was rated so; what is said of the whole; why it was withdrawn. */
export type AssessmentWordsRow = Readonly<{
  reasons: readonly Readonly<{ criterion: string; reason: string }>[];
  comment: string | null;
  withdrawn_for: string | null;
}>;

/** One row per assessment, by id; scope: the portfolio. */
export const assessmentWordsTable = defineTable<AssessmentWordsRow>('assessment_words', {
  reasons: 'json',
  comment: 'text',
  withdrawn_for: 'text',
});

const whenAndWho = ({ meta, revision }: Recorded<AssessmentEvent>) => ({
  changed_at: meta.knownAt ?? meta.recordedAt,
  changed_by: meta.actor,
  revision,
});

const change = <R extends Row>(
  { data: { assessmentId }, meta: { portfolio } }: Recorded<AssessmentEvent>,
  to: (row: R | undefined) => R,
): readonly Change<R>[] => {
  if (portfolio === undefined) throw new Error(`An event of assessment ${assessmentId} names no portfolio.`);
  return [{ key: assessmentId, scope: portfolio, to }];
};

/** Every event but a rating changes the row that a rating made. */
const changed = <R extends Row>(event: Recorded<AssessmentEvent>, to: (row: R) => R): readonly Change<R>[] =>
  change<R>(event, (row) => {
    if (row) return to(row);
    throw new Error(`Assessment ${event.data.assessmentId} changed before anything was rated.`);
  });

/** The list with this entry in the place of the former one of its criterion, else at the end. */
const withEntry = <T extends Readonly<{ criterion: string }>>(list: readonly T[], entry: T): readonly T[] =>
  list.some(({ criterion }) => criterion === entry.criterion)
    ? list.map((one) => (one.criterion === entry.criterion ? entry : one))
    : [...list, entry];

const without = <T extends Readonly<{ criterion: string }>>(list: readonly T[], gone: string): readonly T[] =>
  list.filter(({ criterion }) => criterion !== gone);

const rated = (event: Recorded<CriterionRated>) =>
  change<AssessmentRow>(event, (row) => {
    const { projectId: project, modelId: model, assessor, criterion, points } = event.data;
    const ratings = withEntry(row?.ratings ?? [], { criterion, points });
    return { project, model, assessor, status: 'given', ratings, ...whenAndWho(event) };
  });

export const assessmentProjection: Projection<AssessmentRow, AssessmentEvent> = {
  table: assessmentTable,
  on: {
    CriterionRated: rated,
    RatingTakenBack: (event) =>
      changed(event, (row) => ({
        ...row,
        ratings: without(row.ratings, event.data.criterion),
        ...whenAndWho(event),
      })),
    AssessmentCommented: (event) => changed(event, (row) => ({ ...row, ...whenAndWho(event) })),
    AssessmentWithdrawn: (event) =>
      changed(event, (row) => ({ ...row, status: 'withdrawn', ratings: [], ...whenAndWho(event) })),
  },
};

export const assessmentWordsProjection: Projection<AssessmentWordsRow, AssessmentEvent> = {
  table: assessmentWordsTable,
  on: {
    CriterionRated: (event) =>
      change<AssessmentWordsRow>(event, (row) => {
        const { criterion, reason } = event.data;
        const reasons = withEntry(row?.reasons ?? [], { criterion, reason });
        return { reasons, comment: row?.comment ?? null, withdrawn_for: null };
      }),
    RatingTakenBack: (event) =>
      changed(event, (row) => ({ ...row, reasons: without(row.reasons, event.data.criterion) })),
    AssessmentCommented: (event) => changed(event, (row) => ({ ...row, comment: event.data.comment })),
    AssessmentWithdrawn: (event) =>
      changed(event, (row) => ({ ...row, reasons: [], comment: null, withdrawn_for: event.data.reason })),
  },
};
