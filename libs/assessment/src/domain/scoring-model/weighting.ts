import { Decimal, firstRefusal, isDecimal, refuse, type Refused } from '@docket/kernel';
import { judgementIn } from './judgement';
import { weigh } from './pairwise';
import { comparedPolicies, judgementsAgree } from './pairwise.policy';
import type { ScaledCriterion, ScaledModel, ScoringModelRefusal } from './scoring-model.commands';
import type { Criterion, ModelDefinition, PairwiseComparison } from './scoring-model.events';

/** A definition whose criteria all have a weight, and the comparison it came from. */
type Weighted = Readonly<{
  outcome: 'weighted';
  definition: ModelDefinition;
  comparison: PairwiseComparison | null;
}>;

const hasWeight = (criterion: ScaledCriterion): criterion is Criterion => criterion.weight !== undefined;

const given = ({ criteria, minimumCoverage }: ScaledModel): Weighted | Refused<ScoringModelRefusal> => {
  const weightless = criteria.find((criterion) => !hasWeight(criterion));
  return weightless
    ? refuse(
        'weight-missing',
        `"${weightless.name}" has no weight: give one, or compare the criteria with each other (weighting).`,
      )
    : {
        outcome: 'weighted',
        definition: { criteria: criteria.filter(hasWeight), minimumCoverage },
        comparison: null,
      };
};

/** A weight beside a comparison is no contradiction where it says the same. */
const contradicts = ({ weight }: ScaledCriterion, computed: string): boolean =>
  weight !== undefined && !(isDecimal(weight) && Decimal.of(weight).equals(Decimal.of(computed)));

const compared = (
  { criteria, minimumCoverage }: ScaledModel,
  matrix: readonly (readonly string[])[],
): Weighted | Refused<ScoringModelRefusal> => {
  const subject = { names: criteria.map(({ name }) => name), matrix };
  const malformed = firstRefusal(comparedPolicies, subject);
  if (malformed) return malformed;
  const weighed = weigh(matrix.map((row) => row.flatMap((text) => judgementIn(text) ?? [])));
  const inconsistent = firstRefusal([judgementsAgree], { ...subject, weighed });
  if (inconsistent) return inconsistent;
  const weightAt = (index: number): string => weighed.weights[index] ?? '0';
  const at = criteria.findIndex((criterion, index) => contradicts(criterion, weightAt(index)));
  if (at >= 0)
    return refuse(
      'weights-contradict-comparison',
      `"${criteria[at]?.name}" is given the weight ${criteria[at]?.weight}, and the comparison gives it ${weightAt(at)}: leave out the one or the other.`,
    );
  return {
    outcome: 'weighted',
    definition: {
      criteria: criteria.map((criterion, index) => ({ ...criterion, weight: weightAt(index) })),
      minimumCoverage,
    },
    comparison: { matrix, ...weighed.figures },
  };
};

/** The definition somebody means: with the weights they give, or with those that their judgements give. */
export const weightedModel = (model: ScaledModel): Weighted | Refused<ScoringModelRefusal> =>
  model.weighting && model.criteria.length > 0 ? compared(model, model.weighting.matrix) : given(model);
