import type { Cut, DecimalText, ReadModel } from '@docket/kernel';
import type { ModelDefinition } from '../../domain/scoring-model/scoring-model.events';
import { alignmentFrom, standingContributions, weighedObjectives } from '../contributions/contribution-rows';

/** Whether a model measures how well components are aligned with the strategy. */
export const measuresAlignment = ({ criteria }: ModelDefinition): boolean =>
  criteria.some(({ measure }) => measure === 'strategic-alignment');

/** The alignment of each component that has one, by its id; for a model that does not measure it nothing is read. */
export const measuredAlignments = async (
  readModel: ReadModel,
  cut: Cut,
  { portfolioId, definition }: Readonly<{ portfolioId: string; definition: ModelDefinition }>,
): Promise<ReadonlyMap<string, DecimalText>> => {
  if (!measuresAlignment(definition)) return new Map();
  const active = await weighedObjectives(readModel, cut, portfolioId);
  const byComponent = await standingContributions(readModel, cut, portfolioId);
  return new Map(
    [...byComponent].flatMap(([component, rows]) => {
      const { value } = alignmentFrom(active, rows);
      return value === null ? [] : [[component, value] as const];
    }),
  );
};
