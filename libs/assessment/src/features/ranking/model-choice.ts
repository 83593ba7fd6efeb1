import {
  dayOf,
  refuse,
  type Cut,
  type Day,
  type Instant,
  type ReadModel,
  type Refused,
} from '@docket/kernel';
import { modelIdOf } from '../../domain/scoring-model';
import { scoringModelTable, type ScoringModelRow } from '../../scoring-model.projection';

/** The row of a published model and the number from which on it was published; where it was retired later, since when. */
export type Publication = Readonly<{
  number: number;
  row: ScoringModelRow;
  retired?: Readonly<{ number: number; at: Instant }>;
}>;

/** How a model stood at a cut: published only later, retired by then, or published and not counting yet. */
export type ModelStanding = Readonly<{ inRetrospect: boolean; retired: boolean; notYetEffective: boolean }>;

/** The model a ranking is made with, in the portfolio's words: the first day on which it counts. */
export type ChosenModel = Readonly<{ row: ScoringModelRow; effectiveFrom: Day }> & ModelStanding;

/** The model an answer was made with. `publishedAt` is when it was known; `inRetrospect`: later than the cut. */
export type UsedModel = Readonly<{ id: string; name: string; publishedAt: string; effectiveFrom: Day }> &
  ModelStanding;

export type ModelChoiceRefusal = 'no-published-model' | 'model-unknown' | 'model-not-published';

/** Whose models are chosen from; its days end in its time zone. */
export type ChoosingPortfolio = Readonly<{ id: string; timeZone: string }>;

/** Every model ever published in a portfolio, in the order of publication, as the read model knows it now. */
const publicationsOf = async (readModel: ReadModel, portfolioId: string): Promise<readonly Publication[]> => {
  const { number: upTo } = await readModel.checkpoint();
  const range = { after: 0, upTo };
  const versions = await readModel.changedBetween(scoringModelTable, range, { scope: portfolioId });
  const retirements = new Map(
    versions.flatMap(({ key, row, validFrom }) =>
      row?.retired_at ? [[key, { number: validFrom, at: row.retired_at }] as const] : [],
    ),
  );
  return versions
    .flatMap(({ key, row, validFrom }): readonly Publication[] => {
      const retired = retirements.get(key);
      return row?.status === 'published' ? [{ number: validFrom, row, ...(retired ? { retired } : {}) }] : [];
    })
    .sort((a, b) => a.number - b.number);
};

const named = (
  publications: readonly Publication[],
  portfolioId: string,
  wanted: string,
): Publication | undefined =>
  publications.find(({ row }) => row.id === wanted || row.id === modelIdOf(portfolioId, wanted));

/**
 * Whether a model was known at a cut: published by its number, and by its instant. The second matters for a model an import
 * brought along: on the timeline it stands among what was known long before it was published.
 */
export const wasKnown = (
  { number, row }: Pick<Publication, 'number' | 'row'>,
  cut: Pick<Cut, 'number' | 'at'>,
): boolean => number <= cut.number && row.published_at !== null && row.published_at <= cut.at;

const effectiveFrom = ({ effective_from, published_at }: ScoringModelRow, timeZone: string): Day =>
  effective_from ?? dayOf(published_at ?? '', timeZone);

const standingAt = (publication: Publication, cut: Cut, timeZone: string): ModelStanding => {
  const { row, retired } = publication;
  return {
    inRetrospect: !wasKnown(publication, cut),
    retired: retired !== undefined && retired.number <= cut.number && retired.at <= cut.at,
    notYetEffective: effectiveFrom(row, timeZone) > dayOf(cut.at, timeZone),
  };
};

const isInForce = (publication: Publication, cut: Cut, timeZone: string): boolean => {
  const { inRetrospect, retired, notYetEffective } = standingAt(publication, cut, timeZone);
  return !inRetrospect && !retired && !notYetEffective;
};

/** The models in force at a cut: known, effective and not retired by then; in the order of publication. */
export const modelsInForce = async (
  readModel: ReadModel,
  cut: Cut,
  { id, timeZone }: ChoosingPortfolio,
): Promise<readonly ScoringModelRow[]> =>
  (await publicationsOf(readModel, id))
    .filter((publication) => isInForce(publication, cut, timeZone))
    .map(({ row }) => row);

/**
 * By default, of the models in force at the cut (known, effective, not retired) the one that is so since the latest day, of
 * one day the one published last; where none was in force, the one published first of all, because that choice never changes.
 */
const byDefault = (
  publications: readonly Publication[],
  cut: Cut,
  timeZone: string,
): Publication | undefined => {
  const inForce = publications.filter((publication) => isInForce(publication, cut, timeZone));
  const days = inForce.map(({ row }) => effectiveFrom(row, timeZone)).sort();
  return inForce.findLast(({ row }) => effectiveFrom(row, timeZone) === days.at(-1)) ?? publications[0];
};

const whyNot = async (
  readModel: ReadModel,
  portfolioId: string,
  wanted: string | undefined,
): Promise<Refused<ModelChoiceRefusal>> => {
  if (wanted === undefined)
    return refuse(
      'no-published-model',
      'This portfolio has no published scoring model to rank by. Publish one first.',
    );
  const { number } = await readModel.checkpoint();
  const models = await readModel.rowsAsOf(scoringModelTable, number, { scope: portfolioId });
  const draft = models.find(({ key }) => key === wanted || key === modelIdOf(portfolioId, wanted));
  return draft
    ? refuse('model-not-published', `"${draft.row.name}" is a draft. Publish it before ranking by it.`)
    : refuse('model-unknown', `This portfolio has no scoring model "${wanted}". Give its name or its id.`);
};

/** Chooses the model by name or id, or by default. A model younger than the cut, or retired, is used and marked as such. */
export const chooseModel = async (
  readModel: ReadModel,
  cut: Cut,
  { id, timeZone }: ChoosingPortfolio,
  wanted?: string,
): Promise<ChosenModel | Refused<ModelChoiceRefusal>> => {
  const publications = await publicationsOf(readModel, id);
  const chosen =
    wanted === undefined ? byDefault(publications, cut, timeZone) : named(publications, id, wanted);
  if (!chosen) return whyNot(readModel, id, wanted);
  const { row } = chosen;
  return { row, effectiveFrom: effectiveFrom(row, timeZone), ...standingAt(chosen, cut, timeZone) };
};

/** The chosen model as an answer names it. */
export const usedModel = ({ row, ...standing }: ChosenModel): UsedModel => ({
  id: row.id,
  name: row.name,
  publishedAt: row.published_at ?? '',
  ...standing,
});
