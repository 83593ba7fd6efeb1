import { Decimal } from '@docket/kernel';
import type { Criterion, ModelDefinition } from './scoring-model.events';

/** Whether a component without values on these criteria, and with all others, stands ranked. */
const isRankedWithout = (
  { criteria, minimumCoverage }: ModelDefinition,
  left: readonly Criterion[],
): boolean => {
  const present = criteria.filter((criterion) => !left.includes(criterion));
  const covered = Decimal.sum(present.map(({ weight }) => Decimal.of(weight)));
  return !covered.isZero && covered.compare(Decimal.of(minimumCoverage)) >= 0;
};

/**
 * What may be left out of a model: each of the criteria by itself without which a component still stands ranked, in the model's order,
 * and whether all of them may be missing at once. From weights (they sum to 1) and minimum coverage alone.
 */
export type LeftOut = Readonly<{ criteria: readonly Criterion[]; atOnce: boolean }>;

export const canBeLeftOut = (definition: ModelDefinition): LeftOut => {
  const criteria = definition.criteria.filter((criterion) => isRankedWithout(definition, [criterion]));
  return { criteria, atOnce: criteria.length > 0 && isRankedWithout(definition, criteria) };
};
