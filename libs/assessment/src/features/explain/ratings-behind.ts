import type { Cut, DecimalText, ReadModel, RowVersion } from '@docket/kernel';
import { barIn, type Bar, type ProjectRow } from '@docket/project';
import {
  assessmentTable,
  assessmentWordsTable,
  type AssessmentRow,
  type AssessmentWordsRow,
} from '../../assessment.projection';
import { assessmentsAt } from '../ranking/ratings-at';
import { originAt, type ValueOrigin } from './origin-at';

/** Ratings of one project by one model. */
export type RatingsAsked = Readonly<{ portfolioId: string; projectId: string; modelId: string }>;

/** One assessor's rating on a criterion as it stands at the cut, with the event that gave it. */
export type RatingBehind = Readonly<{
  assessor: string;
  points: DecimalText;
  reason: string;
  origin: ValueOrigin | null;
}>;

/** One that does not count: what its assessor is to the project, and the event since which they are. */
export type RatingNotCounted = RatingBehind & Readonly<{ because: Bar; since: ValueOrigin | null }>;

/** What stands behind a mean, by assessor. */
export type RatingsBehind = Readonly<{
  ratings: readonly RatingBehind[];
  notCounted: readonly RatingNotCounted[];
}>;

type History = Readonly<{
  rows: readonly RowVersion<AssessmentRow>[];
  words: readonly RowVersion<AssessmentWordsRow>[];
}>;

const pointsOn = (row: AssessmentRow | null | undefined, criterion: string): DecimalText | undefined =>
  row?.ratings.find((rating) => rating.criterion === criterion)?.points;

const reasonOn = (row: AssessmentWordsRow | null | undefined, criterion: string): string | undefined =>
  row?.reasons.find((one) => one.criterion === criterion)?.reason;

/** The number from which on the latest of these versions says without a break what it says. */
export const saidSince = <V extends Readonly<{ validFrom: number }>>(
  versions: readonly V[],
  saidBy: (version: V) => unknown,
): number => {
  const last = versions.at(-1);
  const before = versions.findLastIndex((one) => last !== undefined && saidBy(one) !== saidBy(last));
  return versions[before + 1]?.validFrom ?? 0;
};

const barredBy = (row: ProjectRow | null | undefined, because: Bar, person: string): unknown => {
  if (because === 'interest') return row?.interested.includes(person) ?? false;
  return row?.[because] ?? null;
};

/** The event that gave a rating as it stands: the later of the two that gave its points and its reason. */
const givenBy = ({ rows, words }: History, criterion: string): number =>
  Math.max(
    saidSince(rows, ({ row }) => pointsOn(row, criterion)),
    saidSince(words, ({ row }) => reasonOn(row, criterion)),
  );

const upTo = <V extends Readonly<{ validFrom: number }>>(
  versions: readonly V[],
  { number }: Cut,
): readonly V[] => versions.filter(({ validFrom }) => validFrom <= number);

const historiesOf = async (
  readModel: ReadModel,
  cut: Cut,
  asked: RatingsAsked,
): Promise<readonly History[]> => {
  const all = await assessmentsAt(readModel, cut, asked);
  const own = all.filter(({ row }) => row.project === asked.projectId);
  const sorted = [...own].sort((a, b) => (a.row.assessor < b.row.assessor ? -1 : 1));
  return Promise.all(
    sorted.map(async ({ key }) => ({
      rows: upTo(await readModel.history(assessmentTable, key), cut),
      words: upTo(await readModel.history(assessmentWordsTable, key), cut),
    })),
  );
};

/**
 * Finds for each criterion the ratings of a project that stand at the cut: those that its mean is made of, and those that do not
 * count with the reason. A withdrawn one is neither. `project`: the versions of its row up to the cut.
 */
export const ratingsBehind = async (
  readModel: ReadModel,
  cut: Cut,
  asked: RatingsAsked,
  project: readonly RowVersion<ProjectRow>[],
): Promise<(criterion: string) => Promise<RatingsBehind>> => {
  const histories = await historiesOf(readModel, cut, asked);
  const people = project.at(-1)?.row ?? {};
  return async (criterion) => {
    const given = await Promise.all(
      histories.map(async (history) => {
        const row = history.rows.at(-1)?.row;
        const points = pointsOn(row, criterion);
        if (!row || points === undefined) return [];
        const reason = reasonOn(history.words.at(-1)?.row, criterion) ?? '';
        const origin = await originAt(readModel, givenBy(history, criterion));
        return [{ assessor: row.assessor, points, reason, origin }];
      }),
    );
    const all = given.flat().map((one) => ({ ...one, because: barIn(people, one.assessor) }));
    const notCounted = all.map(async ({ because, ...one }) => {
      if (because === null) return [];
      const since = await originAt(
        readModel,
        saidSince(project, ({ row }) => barredBy(row, because, one.assessor)),
      );
      return [{ ...one, because, since }];
    });
    return {
      ratings: all.flatMap(({ because, ...one }) => (because === null ? [one] : [])),
      notCounted: (await Promise.all(notCounted)).flat(),
    };
  };
};
