import { byCodeUnits, type Cut, type Day, type ReadModel } from '@docket/kernel';
import { assessmentTable } from '../../assessment.projection';
import type { MeasuredComponent } from '../../domain/measures/measures';
import type { ModelDefinition } from '../../domain/scoring-model/scoring-model.events';
import { scoringModelTable } from '../../scoring-model.projection';
import type { Notice } from './notices';
import { ratedCriteria } from './ratings-at';

/** A model as far as ratings are awaited by it; `effectiveFrom` is null for a draft, by which nobody assesses. */
type AwaitingModel = Readonly<{
  id: string;
  name: string;
  effectiveFrom: Day | null;
  retired?: boolean;
  notYetEffective?: boolean;
}>;

type Awaiting = Readonly<{
  portfolioId: string;
  model: AwaitingModel;
  definition: ModelDefinition;
  components: readonly MeasuredComponent[];
}>;

/** Names of the other models by which some of these were rated, in code-unit order. */
const ratedBy = async (
  readModel: ReadModel,
  cut: Cut,
  { portfolioId, model }: Awaiting,
  without: ReadonlySet<string>,
): Promise<readonly string[]> => {
  const rows = await readModel.rowsAsOf(assessmentTable, cut.number, { scope: portfolioId });
  const others = new Set(
    rows.flatMap(({ row }) =>
      row.ratings.length > 0 && row.model !== model.id && without.has(row.project) ? [row.model] : [],
    ),
  );
  const models = await Promise.all(
    [...others].map((id) => readModel.rowAsOf(scoringModelTable, cut.number, id)),
  );
  return models.flatMap((row) => (row ? [`“${row.name}”`] : [])).sort(byCodeUnits);
};

const since = ({ effectiveFrom, notYetEffective }: AwaitingModel): string => {
  if (effectiveFrom === null)
    return ', which is a draft. Published for a later day, it can be assessed ahead of that day';
  return notYetEffective
    ? `, which counts from ${effectiveFrom} on and can be assessed ahead of that day`
    : `, in force since ${effectiveFrom}`;
};

/**
 * What to know of a model that has rated criteria while components have no ratings by it; of a retired one nothing, nobody
 * assesses by it. Nothing else is read where all have ratings.
 */
export const ratingsAwaited = async (
  readModel: ReadModel,
  cut: Cut,
  awaiting: Awaiting,
): Promise<readonly Notice[]> => {
  const { model, definition, components } = awaiting;
  if (model.retired || ratedCriteria(definition).length === 0) return [];
  const without = components.filter(({ ratings }) => !ratings || ratings.size === 0);
  if (without.length === 0) return [];
  const others = await ratedBy(readModel, cut, awaiting, new Set(without.map(({ id }) => id)));
  const have = without.length === 1 ? 'has' : 'have';
  const elsewhere = others.length > 0 ? `; ratings by ${others.join(' and ')} do not count by it` : '';
  const text = `${without.length} of ${components.length} components ${have} no ratings by “${model.name}”${since(model)}${elsewhere}.`;
  return [{ code: 'ratings-awaited', text }];
};
