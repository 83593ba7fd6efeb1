import type { DecimalText, Json } from '@docket/kernel';
import {
  countingConfidence,
  differencesBetween,
  standingValues,
  type FieldDifference,
} from '@docket/project';
import { measuredOn } from '../../domain/measures/measures';
import { shownMean } from '../../domain/assessment/mean-rating';
import type { Placement, ReadyModel } from '../../domain/ranking/ready-model';
import { valueOf } from '../explain/explain';
import type { Change, Seen } from './seen';

/** What one event changed on one criterion: the value and its points then and now; null where there was none. */
export type CriterionChange = Readonly<{
  criterion: string;
  name: string;
  unit: string | null;
  from: string | null;
  to: string | null;
  points: Readonly<{ from: DecimalText | null; to: DecimalText | null }>;
}>;

/** What one event changed of one assessor's ratings, as far as they count: null where none did. */
export type RatingChange = Readonly<{
  assessor: string;
  criterion: string;
  name: string;
  from: DecimalText | null;
  to: DecimalText | null;
}>;

/** What one event changed of a component. `fields`: what is said otherwise, by path, the first twenty; `moreFields` counts the rest. */
export type ToldChanges = Readonly<{
  changes: readonly CriterionChange[];
  ratings: readonly RatingChange[];
  fields: readonly FieldDifference[];
  moreFields: number;
}>;

const pointsOf = (placement: Placement | undefined): DecimalText | null => {
  if (!placement || 'missing' in placement) return null;
  return 'anchor' in placement ? placement.anchor.points.toString() : shownMean(placement.mean.points);
};

const criterionChanges = ({ before, after }: Change, { criteria }: ReadyModel): readonly CriterionChange[] =>
  criteria.flatMap(({ criterion }, index) => {
    const { id, name, scale } = criterion;
    const valueIn = (seen: Seen | undefined) =>
      seen ? valueOf(measuredOn(criterion, seen.measured)).value : null;
    const pointsIn = (seen: Seen | undefined) => pointsOf(seen?.placed.placements[index]);
    const [from, to] = [valueIn(before), valueIn(after)];
    const points = { from: pointsIn(before), to: pointsIn(after) };
    if (from === to && points.from === points.to) return [];
    return [{ criterion: id, name, unit: scale.kind === 'bands' ? scale.unit : null, from, to, points }];
  });

/** Points by assessor and criterion. */
const ratingsIn = (seen: Seen | undefined): ReadonlyMap<string, DecimalText> =>
  new Map(
    (seen?.counted ?? []).flatMap(({ assessor, ratings }) =>
      ratings.map(({ criterion, points }) => [JSON.stringify([assessor, criterion]), points] as const),
    ),
  );

const ratingChanges = ({ before, after }: Change, { criteria }: ReadyModel): readonly RatingChange[] => {
  const names = new Map(criteria.map(({ criterion }) => [criterion.id, criterion.name]));
  const [then, now] = [ratingsIn(before), ratingsIn(after)];
  const keys = [...new Set([...then.keys(), ...now.keys()])].filter((key) => then.get(key) !== now.get(key));
  return keys.sort().map((key) => {
    const [assessor, criterion] = JSON.parse(key) as [string, string];
    const name = names.get(criterion) ?? criterion;
    return { assessor, criterion, name, from: then.get(key) ?? null, to: now.get(key) ?? null };
  });
};

/** What is said of a component, as far as a place in a ranking may follow from it. */
const statedIn = (seen: Seen | undefined): Readonly<Record<string, Json>> | undefined => {
  if (!seen) return undefined;
  const { name, status, proposer, sponsor, manager, business_case, last_report } = seen.row;
  const report = last_report && { reportedFor: last_report.reportedFor, ...standingValues(seen.row) };
  const judged = countingConfidence(seen.row);
  const confidence = judged ? { scale: judged.scale, rating: judged.rating } : null;
  const objectives = Object.fromEntries(
    seen.served.map((one) => [one.name, { level: one.level, weight: one.weight }]),
  );
  return { name, status, proposer, sponsor, manager, case: business_case, report, confidence, objectives };
};

/** The most fields that one part tells. */
export const FIELDS_TOLD = 20;

/**
 * What an event changed: nothing but the values it came in with of a component that came to compete, and nothing of one that
 * ceased to. `stated`: what it says otherwise, where that is known in full; else as rows have it.
 */
export const toldChanges = (
  change: Change,
  model: ReadyModel,
  stated: readonly FieldDifference[] | undefined,
): ToldChanges => {
  const { before, after } = change;
  const stays = before !== undefined && after !== undefined;
  const fields = stays ? (stated ?? differencesBetween(statedIn(before), statedIn(after))) : [];
  return {
    changes: after ? criterionChanges(change, model) : [],
    ratings: stays ? ratingChanges(change, model) : [],
    fields: fields.slice(0, FIELDS_TOLD),
    moreFields: Math.max(0, fields.length - FIELDS_TOLD),
  };
};
