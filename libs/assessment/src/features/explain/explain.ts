import {
  refuse,
  unreachable,
  type Cut,
  type DecimalText,
  type ReadModel,
  type Refused,
} from '@docket/kernel';
import { projectTable, type ProjectRow } from '@docket/project';
import { shownMean } from '../../domain/assessment/mean-rating';
import { measuredOn, type Measured, type MeasuredComponent } from '../../domain/measures/measures';
import type { TieBreakKey } from '../../domain/ranking/order';
import type { RankedRow } from '../../domain/ranking/rank';
import { readyModel, type Placement, type ReadyCriterion } from '../../domain/ranking/ready-model';
import type { AnchoredScale, Criterion, Measure } from '../../domain/scoring-model/scoring-model.events';
import { rowsOf, type Ranking } from '../ranking/ranking';
import { rankingInputs, type RankingRefusal } from '../ranking/ranking-inputs';
import { explainedRated, meaningAt, type ExplainedRated } from './explained-rated';
import { figuresBehind, whatWouldSay, type ExplainedFigure } from './figures-behind';
import { originsOf } from './origin';
import type { ValueOrigin } from './origin-at';
import { ratingsBehind, type RatingsAsked, type RatingsBehind } from './ratings-behind';

export type ExplainParams = Readonly<{ portfolioId: string; projectId: string; model?: string }>;

/**
 * The step of the scale a value fell on. A level has no bounds; those of a band are half-open. A mean of ratings has its own
 * points, and the meaning of the anchor it hits or of the two it lies between.
 */
export type ExplainedAnchor = Readonly<{
  points: DecimalText;
  /** What the points count: themselves, or what they leave of the maximum where less is better. */
  credit: DecimalText;
  maximum: DecimalText;
  meaning: string;
  from?: DecimalText | null;
  below?: DecimalText | null;
}>;

/** One criterion for one component. `missing` says why there is no value or no anchor for it; else it is null. */
export type ExplainedCriterion = Readonly<{
  criterion: string;
  name: string;
  measure: Measure;
  weight: DecimalText;
  direction: 'benefit' | 'cost';
  unit: string | null;
  /** A number, a rating or the mean of assessors' points; `scale` is the version of the scale a rating stands in. */
  value: string | null;
  scale: string | null;
  /** Of a rated criterion: the ratings behind the mean, and those that do not count; null of a measured one. */
  rated: ExplainedRated | null;
  missing: string | null;
  anchor: ExplainedAnchor | null;
  /** What it adds to the score; null where it adds nothing because it is missing or the component is unranked. */
  contribution: DecimalText | null;
  /** The event that stated the value; null of what is missing, and of a mean: each of its ratings has its own. */
  origin: ValueOrigin | null;
  /** The reported figures the value is made of, each with its own day and event; none where it is made of no report. */
  figures: readonly ExplainedFigure[];
}>;

/** The component next to this one, and the first key of the order on which the two differ. */
export type Neighbour = Readonly<{
  rank: number;
  id: string;
  name: string;
  score: DecimalText;
  separatedBy: Readonly<{ here: TieBreakKey; there: TieBreakKey }>;
}>;

export type Explanation = Omit<Ranking, 'rows'> &
  Readonly<{
    row: RankedRow;
    /** How many are ranked. */
    ranked: number;
    criteria: readonly ExplainedCriterion[];
    above: Neighbour | null;
    below: Neighbour | null;
  }>;

export type ExplainRefusal = RankingRefusal | 'project-unknown' | 'project-not-ranked';

const neighbour = (row: RankedRow, other: RankedRow | undefined): Neighbour | null => {
  if (!other || other.rank === null || other.score === null || row.rank === null) return null;
  const at = row.tieBreak.findIndex((key, index) => key.value !== other.tieBreak[index]?.value);
  const [here, there] = [row.tieBreak[at], other.tieBreak[at]];
  if (!here || !there) return null;
  return {
    rank: other.rank,
    id: other.id,
    name: other.name,
    score: other.score,
    separatedBy: { here, there },
  };
};

/** The step of a scale that a placement stands on, as answers give it; null where it stands on none. */
export const anchorOf = (placement: Placement, scale: AnchoredScale): ExplainedAnchor | null => {
  if ('missing' in placement) return null;
  const { maximum } = scale;
  if ('mean' in placement) {
    const { points, credit } = placement.mean;
    return {
      points: shownMean(points),
      credit: shownMean(credit),
      maximum,
      meaning: meaningAt(points, scale),
    };
  }
  const { points, credit, meaning, from, below } = placement.anchor;
  const bounds = from === undefined || below === undefined ? {} : { from, below };
  return { points: points.toString(), credit: credit.toString(), maximum, meaning, ...bounds };
};

/** A measured value as answers give it: a number or a rating with the version of its scale. */
export const valueOf = (measured: Measured): Pick<ExplainedCriterion, 'value' | 'scale'> => {
  switch (measured.kind) {
    case 'missing':
      return { value: null, scale: null };
    case 'rating':
      return { value: measured.value, scale: measured.scale };
    case 'number':
      return { value: measured.value.toString(), scale: null };
    case 'rated':
      return { value: shownMean(measured.mean), scale: null };
    default:
      return unreachable(measured);
  }
};

/** Finds what stands behind the values of a project. */
type Sources = Readonly<{
  originOf: (criterion: Criterion) => Promise<ValueOrigin | null>;
  figuresOf: (criterion: Criterion) => readonly ExplainedFigure[];
  /** What a missing figure would have to be said by. */
  wouldSay: (criterion: Criterion) => string | undefined;
  ratingsOf: (criterion: string) => Promise<RatingsBehind>;
}>;

type Lacking = Readonly<{ measured: Measured; placement: Placement }> & Pick<Sources, 'wouldSay'>;

const sourcesOf = async (readModel: ReadModel, cut: Cut, asked: RatingsAsked): Promise<Sources> => {
  const versions = await readModel.history(projectTable, asked.projectId);
  const known = versions.filter(({ validFrom }) => validFrom <= cut.number);
  return {
    originOf: originsOf(readModel, cut, asked, known),
    figuresOf: ({ measure }) => figuresBehind(measure, known),
    wouldSay: ({ measure }) => {
      const row = known.at(-1)?.row;
      return row ? whatWouldSay(measure, row) : undefined;
    },
    ratingsOf: await ratingsBehind(readModel, cut, asked, known),
  };
};

/** Why there is no value, and of a figure that was not reported, who would have to say it. */
const whyMissing = (criterion: Criterion, { measured, placement, wouldSay }: Lacking): string | null => {
  if (!('missing' in placement)) return null;
  const more = measured.kind === 'missing' ? wouldSay(criterion) : undefined;
  return more === undefined ? placement.missing : `${placement.missing}: ${more}`;
};

const explained = async (
  { criterion, place }: ReadyCriterion,
  component: MeasuredComponent,
  row: RankedRow,
  { originOf, figuresOf, wouldSay, ratingsOf }: Sources,
): Promise<ExplainedCriterion> => {
  const { id, name, measure, weight, direction, scale } = criterion;
  const measured = measuredOn(criterion, component);
  const placement = place(measured);
  return {
    criterion: id,
    name,
    measure,
    weight,
    direction,
    unit: scale.kind === 'bands' ? scale.unit : null,
    ...valueOf(measured),
    rated: explainedRated(criterion, measured, await ratingsOf(id)),
    missing: whyMissing(criterion, { measured, placement, wouldSay }),
    anchor: anchorOf(placement, scale),
    contribution: row.contributions.find((each) => each.criterion === id)?.points ?? null,
    origin: measured.kind === 'missing' ? null : await originOf(criterion),
    figures: figuresOf(criterion),
  };
};

const standing = ({ name, status, absent_from }: ProjectRow): string =>
  status === 'left'
    ? `"${name}" left without a recorded decision: the list of ${absent_from ?? 'a later year'} does not name it any more`
    : `"${name}" is ${status}`;

/** Why a component that is not in a ranking is not. */
export const notListed = async (
  readModel: ReadModel,
  cut: Cut,
  { portfolioId, projectId }: Pick<ExplainParams, 'portfolioId' | 'projectId'>,
): Promise<Refused<ExplainRefusal>> => {
  const row = await readModel.rowAsOf(projectTable, cut.number, projectId);
  return row?.portfolio === portfolioId
    ? refuse(
        'project-not-ranked',
        `${standing(row)}: only components that are proposed, authorised or held are ranked.`,
      )
    : refuse(
        'project-unknown',
        `This portfolio had no project ${projectId} then. Look its id up in the ranking.`,
      );
};

/** Why one project stands where it stands: value, anchor, points and origin of each criterion, and its neighbours. */
export const explainOf = async (
  readModel: ReadModel,
  cut: Cut,
  params: ExplainParams,
): Promise<Explanation | Refused<ExplainRefusal>> => {
  const inputs = await rankingInputs(readModel, cut, params);
  if ('outcome' in inputs) return inputs;
  const component = inputs.components.find(({ id }) => id === params.projectId);
  const rows = rowsOf(inputs);
  const at = rows.findIndex(({ id }) => id === params.projectId);
  const row = rows[at];
  if (!component || !row) return notListed(readModel, cut, params);
  const { portfolio, model, notices, definition } = inputs;
  const sources = await sourcesOf(readModel, cut, { ...params, modelId: model.id });
  return {
    portfolio,
    model,
    notices,
    row,
    ranked: rows.filter(({ rank }) => rank !== null).length,
    criteria: await Promise.all(
      readyModel(definition).criteria.map((criterion) => explained(criterion, component, row, sources)),
    ),
    above: neighbour(row, rows[at - 1]),
    below: neighbour(row, rows[at + 1]),
  };
};
