import { dayOf, refuse, type Cut, type ReadModel, type Refused } from '@docket/kernel';
import type { MeasuredComponent } from '../../domain/measures/measures';
import { modelIdOf } from '../../domain/scoring-model';
import { rank, type RankedRow } from '../../domain/ranking/rank';
import type { ModelDefinition } from '../../domain/scoring-model/scoring-model.events';
import { definitionOf, scoringModelTable, type ScoringModelRow } from '../../scoring-model.projection';
import { rankedWithout } from '../models/model-remarks';
import { chooseModel, type ModelChoiceRefusal } from '../ranking/model-choice';
import type { Notice } from '../ranking/notices';
import { componentsAt, portfolioAt } from '../ranking/ranking-inputs';
import { ratingsAwaited } from '../ranking/ratings-awaited';
import { byMove, comparedRow, headsOf, type ComparedHeads, type ComparedRow } from './compared-row';
import { carryRatings, sameCriteria, type Carried, type SameCriterion } from './carried-ratings';

export type CompareModelsParams = Readonly<{
  modelId: string;
  /** Id or name of the model it is held against; without it the one by which the portfolio ranks. */
  against?: string;
}>;

type ComparedModel = Readonly<{ id: string; name: string; status: ScoringModelRow['status'] }>;

/** A rated criterion of the model that `from` has unchanged, as its criterion `as`: for how many components its ratings are carried. */
export type CarriedCriterion = Readonly<{
  criterion: string;
  name: string;
  from: ComparedModel;
  as: string;
  components: number;
}>;

/**
 * Two models over one portfolio. `carried` are ratings lent for the comparison: a ranking by `model` never counts them. `own` is
 * how many components would stand ranked and unranked if `model` were in force today, with the ratings it has itself.
 */
export type ModelComparison = Readonly<{
  portfolio: Readonly<{ id: string; name: string }>;
  model: ComparedModel;
  against: ComparedModel;
  notices: readonly Notice[];
  carried: readonly CarriedCriterion[];
  own: Readonly<{ ranked: number; unranked: number }>;
  heads: ComparedHeads;
  /** In the order of `byMove`. */
  rows: readonly ComparedRow[];
}>;

export type CompareModelsRefusal = 'model-unknown' | ModelChoiceRefusal;

const unknown = (wanted: string) =>
  refuse('model-unknown', `No scoring model ${wanted} was known then. Look it up in the list of models.`);

const carriedNotice = (
  model: ComparedModel,
  carried: readonly CarriedCriterion[],
  { ranked, unranked }: ModelComparison['own'],
): readonly Notice[] => {
  const [first] = carried;
  if (!first) return [];
  const criteria = carried.map(({ name, components }) => `${name} (${components})`).join(', ');
  const text =
    `Ratings by “${first.from.name}” are carried into this comparison on criteria that “${model.name}” has unchanged, ` +
    `for so many components each: ${criteria}. No ranking by “${model.name}” counts them: with the ratings it has of its own ` +
    `${ranked} would stand ranked and ${unranked} unranked today.`;
  return [{ code: 'ratings-carried', text }];
};

const modelOf = ({ id, name, status }: ScoringModelRow): ComparedModel => ({ id, name, status });

/** The model held against: as known at the cut, drafts included; or the one by which the portfolio ranks. */
const heldAgainst = async (
  readModel: ReadModel,
  cut: Cut,
  portfolio: Readonly<{ id: string; timeZone: string }>,
  wanted: string | undefined,
): Promise<ScoringModelRow | Refused<CompareModelsRefusal>> => {
  if (wanted === undefined) {
    const chosen = await chooseModel(readModel, cut, portfolio);
    return 'outcome' in chosen ? chosen : chosen.row;
  }
  const rows = await readModel.rowsAsOf(scoringModelTable, cut.number, { scope: portfolio.id });
  const found = rows.find(({ key }) => key === wanted || key === modelIdOf(portfolio.id, wanted));
  return found?.row ?? unknown(wanted);
};

type Compared = Readonly<{ row: ScoringModelRow; definition: ModelDefinition; components: Components }>;
type Components = readonly MeasuredComponent[];

const measuredFor = async (readModel: ReadModel, cut: Cut, row: ScoringModelRow): Promise<Compared> => {
  const definition = definitionOf(row);
  const asked = { portfolioId: row.portfolio_id, modelId: row.id, definition };
  return { row, definition, components: await componentsAt(readModel, cut, asked) };
};

const carriedCriteria = (
  same: readonly SameCriterion[],
  all: readonly Carried[],
  from: ComparedModel,
): readonly CarriedCriterion[] =>
  same.flatMap(({ criterion: { id, name }, other }) => {
    const components = all.filter(({ carried }) => carried.includes(id)).length;
    return components > 0 ? [{ criterion: id, name, from, as: other.id, components }] : [];
  });

const ownOf = (rows: readonly RankedRow[]): ModelComparison['own'] => {
  const ranked = rows.filter(({ rank: place }) => place !== null).length;
  return { ranked, unranked: rows.length - ranked };
};

/** When the model starts to count; null for a draft. */
const standingOf = ({ id, name, ...row }: ScoringModelRow, cut: Cut, timeZone: string) => {
  const effectiveFrom = row.effective_from ?? (row.published_at && dayOf(row.published_at, timeZone));
  const notYetEffective = effectiveFrom !== null && effectiveFrom > dayOf(cut.at, timeZone);
  return { id, name, effectiveFrom, notYetEffective, retired: row.status === 'retired' };
};

/** What follows from the components as both models measure them. */
const comparisonOf = (
  here: Compared,
  there: Compared,
  awaited: readonly Notice[],
): Omit<ModelComparison, 'portfolio'> => {
  const [model, against] = [modelOf(here.row), modelOf(there.row)];
  const same = model.id === against.id ? [] : sameCriteria(here.definition, there.definition);
  const all = carryRatings(here.components, there.components, same);
  const carriedInto = new Map(all.map(({ component, carried }) => [component.id, carried]));
  const carried = carriedCriteria(same, all, against);
  const own = ownOf(rank(here.components, here.definition));
  const other = new Map(rank(there.components, there.definition).map((row) => [row.id, row]));
  const rows = rank(
    all.map(({ component }) => component),
    here.definition,
  )
    .map((row) => comparedRow(row, other.get(row.id) ?? row, carriedInto.get(row.id) ?? []))
    .sort(byMove);
  return {
    ...{ model, against, carried, own, heads: headsOf(rows), rows },
    notices: [...carriedNotice(model, carried, own), ...awaited, ...leftOutNotice(here)],
  };
};

/** What a component may lack by a model and still stand ranked; nothing where it needs every criterion. */
const leftOutNotice = ({ row, definition }: Compared): readonly Notice[] => {
  const { code, text } = rankedWithout(definition);
  return code === 'ranked-without'
    ? [{ code, text: `By “${row.name}”: ${text.charAt(0).toLowerCase()}${text.slice(1)}` }]
    : [];
};

/** Ranks the components of a portfolio by two models, published or not, and says who moves by how much. */
export const compareModels = async (
  readModel: ReadModel,
  cut: Cut,
  { modelId, against: wanted }: CompareModelsParams,
): Promise<ModelComparison | Refused<CompareModelsRefusal>> => {
  const model = await readModel.rowAsOf(scoringModelTable, cut.number, modelId);
  const portfolio = model && (await portfolioAt(readModel, cut, model.portfolio_id));
  if (!model || !portfolio) return unknown(modelId);
  const { id: portfolioId, name, timeZone } = portfolio.view;
  const against = await heldAgainst(readModel, cut, { id: portfolioId, timeZone }, wanted);
  if ('outcome' in against) return against;
  const [here, there] = [
    await measuredFor(readModel, cut, model),
    await measuredFor(readModel, cut, against),
  ];
  const standing = { ...here, portfolioId, model: standingOf(model, cut, timeZone) };
  const awaited = await ratingsAwaited(readModel, cut, standing);
  return { portfolio: { id: portfolioId, name }, ...comparisonOf(here, there, awaited) };
};
