import type { DecimalText } from '@docket/kernel';
import type { MeasuredComponent } from '../measures/measures';
import type { ModelDefinition } from '../scoring-model/scoring-model.events';
import { byCodeUnits, inOrder, orderKeys, tieBreakPath, type TieBreakKey } from './order';
import { readyModel, type ReadyModel } from './ready-model';
import { reasonRanked, reasonUnranked } from './reason';
import { measuredStanding, type Standing } from './standing';

/** What one criterion adds to a score; a criterion without a value has no entry. */
export type Contribution = Readonly<{ criterion: string; points: DecimalText }>;

/**
 * One line of a ranking; `rank --json` prints it. Ranked: `rank` from 1 without gaps, `contributions` that sum to `score`
 * exactly, `tieBreak` as `tieBreakPath` says. Unranked, for too little coverage: `rank` and `score` are null, `contributions`
 * and `tieBreak` empty. `reason` is a sentence in both cases; `coverage` is a share, 0 to 1.
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

const rankedRow = (
  standing: Standing,
  index: number,
  tieBreak: readonly TieBreakKey[],
  model: ReadyModel,
): RankedRow => ({
  rank: index + 1,
  reason: reasonRanked(standing, model),
  id: standing.id,
  name: standing.name,
  score: standing.score?.toString() ?? null,
  coverage: standing.coverage.toString(),
  tieBreak,
  contributions: model.criteria.flatMap(({ criterion }, at) => {
    const points = standing.contributions[at];
    return points ? [{ criterion: criterion.id, points: points.toString() }] : [];
  }),
});

const unrankedRow = (standing: Standing, model: ReadyModel): RankedRow => ({
  rank: null,
  reason: reasonUnranked(standing, model),
  id: standing.id,
  name: standing.name,
  score: null,
  coverage: standing.coverage.toString(),
  tieBreak: [],
  contributions: [],
});

/** Orders standings under their model: ranked ones by the keys of `order.ts`, then unranked ones by name and id. */
export const rankStandings = (standings: readonly Standing[], model: ReadyModel): readonly RankedRow[] => {
  const keys = orderKeys(model);
  const ranked = standings.filter(({ score }) => score !== undefined).sort(inOrder(keys));
  const unranked = standings
    .filter(({ score }) => score === undefined)
    .sort((a, b) => byCodeUnits(a.name, b.name) || byCodeUnits(a.id, b.id));
  return [
    ...ranked.map((standing, index) =>
      rankedRow(standing, index, tieBreakPath(keys, standing, ranked[index - 1], ranked[index + 1]), model),
    ),
    ...unranked.map((standing) => unrankedRow(standing, model)),
  ];
};

/** Ranks components by a model: a pure function, independent of the order in which the components come. */
export const rank = (
  components: readonly MeasuredComponent[],
  definition: ModelDefinition,
): readonly RankedRow[] => {
  const model = readyModel(definition);
  return rankStandings(
    components.map((component) => measuredStanding(component, model)),
    model,
  );
};
