import { refuse, type Cut, type ReadModel, type Refused } from '@docket/kernel';
import { modelIdOf } from '../../domain/scoring-model';
import { scoringModelTable, type ScoringModelRow } from '../../scoring-model.projection';

/** The row of a published model and the number from which on it was published. */
export type Publication = Readonly<{ number: number; row: ScoringModelRow }>;

/** The model a ranking is made with; `inRetrospect` where it was published only after the cut. */
export type ChosenModel = Readonly<{ row: ScoringModelRow; inRetrospect: boolean }>;

/** The model an answer was made with. `publishedAt` is when it was known; `inRetrospect`: later than the cut. */
export type UsedModel = Readonly<{ id: string; name: string; publishedAt: string; inRetrospect: boolean }>;

export type ModelChoiceRefusal = 'no-published-model' | 'model-unknown' | 'model-not-published';

/** Every model ever published in a portfolio, in the order of publication, as the read model knows it now. */
const publicationsOf = async (readModel: ReadModel, portfolioId: string): Promise<readonly Publication[]> => {
  const { number: upTo } = await readModel.checkpoint();
  const versions = await readModel.changedBetween(
    scoringModelTable,
    { after: 0, upTo },
    { scope: portfolioId },
  );
  return versions
    .flatMap(({ row, validFrom }) => (row?.status === 'published' ? [{ number: validFrom, row }] : []))
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
export const wasKnown = ({ number, row }: Publication, cut: Pick<Cut, 'number' | 'at'>): boolean =>
  number <= cut.number && row.published_at !== null && row.published_at <= cut.at;

/** By default the model published last as known at the cut; where none was known, the one published first of all. */
const byDefault = (publications: readonly Publication[], cut: Cut): Publication | undefined =>
  publications.findLast((publication) => wasKnown(publication, cut)) ?? publications[0];

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

/** Chooses the model by name or id, or by default. A model younger than the cut is used and marked as such. */
export const chooseModel = async (
  readModel: ReadModel,
  cut: Cut,
  portfolioId: string,
  wanted?: string,
): Promise<ChosenModel | Refused<ModelChoiceRefusal>> => {
  const publications = await publicationsOf(readModel, portfolioId);
  const chosen =
    wanted === undefined ? byDefault(publications, cut) : named(publications, portfolioId, wanted);
  return chosen
    ? { row: chosen.row, inRetrospect: !wasKnown(chosen, cut) }
    : whyNot(readModel, portfolioId, wanted);
};
