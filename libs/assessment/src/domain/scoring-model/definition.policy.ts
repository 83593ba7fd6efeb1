import { canonicalJson, Decimal, isDecimal, type Policy } from '@docket/kernel';
import { scalePolicies, type ScaleRefusal } from './scale.policy';
import type { Criterion, ModelDefinition } from './scoring-model.events';

/** Why a definition cannot be a model. */
export type DefinitionRefusal =
  | 'criteria-missing'
  | 'criterion-twice'
  | 'criterion-name-blank'
  | 'weight-not-positive'
  | 'weights-do-not-sum'
  | 'coverage-out-of-range'
  | ScaleRefusal;

type DefinitionPolicy = Policy<ModelDefinition, DefinitionRefusal>;

const one = Decimal.of('1');
const isPositive = (text: string): boolean => isDecimal(text) && Decimal.of(text).compare(Decimal.zero) > 0;

const hasACriterion: DefinitionPolicy = ({ criteria }) =>
  criteria.length > 0
    ? undefined
    : {
        code: 'criteria-missing',
        message: 'A model needs at least one criterion: add what it shall measure.',
      };

const firstRepeated = (criteria: readonly Criterion[]): Criterion | undefined => {
  const seen = new Set<string>();
  return criteria.find(({ id }) => seen.size === seen.add(id).size);
};

const criteriaAreDistinct: DefinitionPolicy = ({ criteria }) => {
  const again = firstRepeated(criteria);
  return (
    again && {
      code: 'criterion-twice',
      message: `Two criteria have the id "${again.id}": give each its own.`,
    }
  );
};

const criteriaAreNamed: DefinitionPolicy = ({ criteria }) => {
  const nameless = criteria.find(({ id, name }) => id.trim() === '' || name.trim() === '');
  return (
    nameless && {
      code: 'criterion-name-blank',
      message: `Criterion "${nameless.id}" has a blank id or name: people read the name beside its score.`,
    }
  );
};

const weightsArePositive: DefinitionPolicy = ({ criteria }) => {
  const weightless = criteria.find(({ weight }) => !isPositive(weight));
  return (
    weightless && {
      code: 'weight-not-positive',
      message: `The weight of "${weightless.name}" is ${canonicalJson(weightless.weight)}: a weight is a decimal above 0. Leave out a criterion that shall not count.`,
    }
  );
};

const weightsSumToOne: DefinitionPolicy = ({ criteria }) => {
  const sum = Decimal.sum(criteria.map(({ weight }) => Decimal.of(weight)));
  return sum.equals(one)
    ? undefined
    : {
        code: 'weights-do-not-sum',
        message: `The weights sum to ${sum.toString()}, not to 1: change them by ${one.minus(sum).toString()} in all.`,
      };
};

const coverageIsAShare: DefinitionPolicy = ({ minimumCoverage }) =>
  isPositive(minimumCoverage) && Decimal.of(minimumCoverage).compare(one) <= 0
    ? undefined
    : {
        code: 'coverage-out-of-range',
        message: `The minimum coverage is ${canonicalJson(minimumCoverage)}: it is a share of the weight, above 0 and at most 1.`,
      };

const scalesAreAnchored: DefinitionPolicy = ({ criteria }) => {
  for (const criterion of criteria)
    for (const policy of scalePolicies) {
      const found = policy(criterion);
      if (found) return found;
    }
  return undefined;
};

/** What must hold of every definition, drafted or revised; asked in this order. */
export const definitionPolicies: readonly DefinitionPolicy[] = [
  hasACriterion,
  criteriaAreNamed,
  criteriaAreDistinct,
  weightsArePositive,
  weightsSumToOne,
  coverageIsAShare,
  scalesAreAnchored,
];
