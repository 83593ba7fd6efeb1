import type { DecimalText } from '@docket/kernel';
import { measuredOn, type MeasuredComponent } from '../measures/measures';
import type { ModelDefinition } from '../scoring-model/scoring-model.events';
import { byName, orderOf, type Order, type Standing, type TieBreakKey } from './order';
import { profiler, type Contribution } from './profile';
import { readyModel, type Placement, type ReadyModel } from './ready-model';

/**
 * One line of a ranking; `rank --json` prints it. Ranked: `rank` from 1 without gaps, `contributions` that sum to `score`
 * exactly, and in `tieBreak` the keys, with its values, by which it is told from the row above and the row below: the score
 * alone where both have another, further keys as far as the closer of the two shares the earlier ones. Unranked, for too
 * little coverage: `rank` and `score` are null, `contributions` and `tieBreak` empty. `reason` is a sentence in both cases;
 * `coverage` is a share, 0 to 1.
 */
export type RankedRow = Readonly<{
  rank: number | null;
  reason: string;
  id: string;
  name: string;
  score: DecimalText | null;
  coverage: DecimalText;
  tieBreak: readonly TieBreakKey[];
  contributions: readonly Contribution[];
}>;

/** Where a component stands on each criterion of a model, in the model's order. */
export const placementsOf = (component: MeasuredComponent, { criteria }: ReadyModel): readonly Placement[] =>
  criteria.map(({ criterion, place }) => place(measuredOn(criterion, component)));

const rowOf = (standing: Standing, rank: number | null, tieBreak: readonly TieBreakKey[]): RankedRow => {
  const { reason, score, coverage, contributions } = standing.profile.shown;
  return { rank, reason, id: standing.id, name: standing.name, score, coverage, tieBreak, contributions };
};

const longer = <T>(a: readonly T[], b: readonly T[]): readonly T[] => (b.length > a.length ? b : a);

const rankedRows = (ranked: readonly Standing[], { path }: Order): readonly RankedRow[] =>
  ranked.map((standing, index) =>
    rowOf(standing, index + 1, longer(path(ranked[index - 1], standing), path(ranked[index + 1], standing))),
  );

/** A component by its placements, however it came to them. */
export type Placed = Readonly<{ id: string; name: string; placements: readonly Placement[] }>;

/** Ranks placed components: ranked ones in order, then unranked ones by name and id. */
export const rankPlaced = (placed: readonly Placed[], model: ReadyModel): readonly RankedRow[] => {
  const profileOf = profiler(model);
  const standings = placed.map(({ id, name, placements }): Standing => ({
    id,
    name,
    profile: profileOf(placements),
  }));
  const order = orderOf(
    standings.map(({ profile }) => profile),
    model,
  );
  const ranked = standings.filter(({ profile }) => profile.score !== undefined).sort(order.compare);
  const unranked = standings.filter(({ profile }) => profile.score === undefined).sort(byName);
  return [...rankedRows(ranked, order), ...unranked.map((standing) => rowOf(standing, null, []))];
};

/** Ranks components by a model: a pure function, independent of the order in which the components come. */
export const rank = (
  components: readonly MeasuredComponent[],
  definition: ModelDefinition,
): readonly RankedRow[] => {
  const model = readyModel(definition);
  const placed = components.map((component) => ({
    id: component.id,
    name: component.name,
    placements: placementsOf(component, model),
  }));
  return rankPlaced(placed, model);
};
