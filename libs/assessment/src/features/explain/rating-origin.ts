import type { Cut, ReadModel, RowVersion } from '@docket/kernel';
import { assessmentTable, type AssessmentRow } from '../../assessment.projection';
import { assessmentsAt } from '../ranking/ratings-at';

/** Ratings of one project by one model. */
export type RatingsAsked = Readonly<{ portfolioId: string; projectId: string; modelId: string }>;

const pointsOn = (row: AssessmentRow | null, criterion: string): string | undefined =>
  row?.ratings.find((rating) => rating.criterion === criterion)?.points;

/** The number from which on the latest of these versions gives the points it gives, or none; 0 where it never gave any. */
const latestChange = (criterion: string, versions: readonly RowVersion<AssessmentRow>[]): number => {
  const last = pointsOn(versions.at(-1)?.row ?? null, criterion);
  const before = versions.findLastIndex(({ row }) => pointsOn(row, criterion) !== last);
  return before < 0 && last === undefined ? 0 : (versions[before + 1]?.validFrom ?? 0);
};

/** Finds the number of the event by which an assessor last changed what a project is rated on a criterion; a withdrawal counts. */
export const ratingOriginsOf = async (
  readModel: ReadModel,
  cut: Cut,
  asked: RatingsAsked,
): Promise<(criterion: string) => number | undefined> => {
  const rows = await assessmentsAt(readModel, cut, asked);
  const keys = rows.flatMap(({ key, row }) => (row.project === asked.projectId ? [key] : []));
  const histories = await Promise.all(keys.map((key) => readModel.history(assessmentTable, key)));
  const known = histories.map((versions) => versions.filter(({ validFrom }) => validFrom <= cut.number));
  return (criterion) =>
    Math.max(0, ...known.map((versions) => latestChange(criterion, versions))) || undefined;
};
