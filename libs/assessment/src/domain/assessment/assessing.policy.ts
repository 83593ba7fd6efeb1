import { Decimal, isDecimal, type DecisionContext, type Policy } from '@docket/kernel';
import type { Criterion } from '../scoring-model/scoring-model.events';
import type { DraftedModel } from '../scoring-model/scoring-model.state';
import type { AssessedProject, AssessmentCommandRefusal, Rating } from './assessment.commands';

/** An assessment as its rules see it: ratings by a published model on a component there is. */
export type Assessing = Readonly<{
  model: DraftedModel;
  project: AssessedProject;
  ratings: readonly Rating[];
  context: DecisionContext;
}>;

type AssessingPolicy = Policy<Assessing, AssessmentCommandRefusal>;

const criterionOf = ({ model }: Assessing, { criterion }: Rating): Criterion | undefined =>
  model.definition.criteria.find(({ id }) => id === criterion);

const listed = (names: readonly string[]): string =>
  names.length === 0 ? 'none' : names.map((name) => `"${name}"`).join(', ');

const ratedBy = ({ model }: Assessing): readonly string[] =>
  model.definition.criteria.flatMap(({ id, measure }) => (measure === 'assessment' ? [id] : []));

const modelIsInForce: AssessingPolicy = ({ model }) => {
  if (model.status === 'draft')
    return {
      code: 'model-not-published',
      message: `"${model.name}" is a draft: its criteria may still change. Assess once it is published, which may be for a later day: it can be assessed ahead of that day.`,
    };
  return model.status === 'published'
    ? undefined
    : {
        code: 'model-retired',
        message: `"${model.name}" is retired: nothing is assessed by it any more. Assess by a model that is in force.`,
      };
};

const bothInOnePortfolio: AssessingPolicy = ({ model, project }) =>
  model.portfolioId === project.portfolioId
    ? undefined
    : {
        code: 'another-portfolio',
        message: `"${project.name}" and "${model.name}" belong to different portfolios: assess it by a model of its own.`,
      };

const componentStands: AssessingPolicy = ({ project }) =>
  project.stands
    ? undefined
    : {
        code: 'project-not-assessable',
        message: `"${project.name}" is ${project.status}: only what is proposed, authorised or held is assessed.`,
      };

const nobodyAssessesTheirOwn: AssessingPolicy = ({ project, context: { actor } }) => {
  const role = project.parts.get(actor);
  return role === undefined
    ? undefined
    : {
        code: 'own-component',
        message: `${actor} ${role} "${project.name}": somebody else has to assess it.`,
      };
};

const somethingIsRated: AssessingPolicy = ({ ratings }) =>
  ratings.length > 0
    ? undefined
    : {
        code: 'ratings-missing',
        message: 'An assessment rates one criterion at least. Withdraw it where nothing shall stand.',
      };

const eachCriterionOnce: AssessingPolicy = ({ ratings }) => {
  const seen = new Set<string>();
  const again = ratings.find(({ criterion }) => seen.size === seen.add(criterion).size);
  return (
    again && {
      code: 'criterion-rated-twice',
      message: `"${again.criterion}" is rated twice: one person gives one rating.`,
    }
  );
};

const criteriaAreOfTheModel: AssessingPolicy = (assessing) => {
  const stray = assessing.ratings.find((rating) => !criterionOf(assessing, rating));
  return (
    stray && {
      code: 'criterion-unknown',
      message: `"${assessing.model.name}" has no criterion "${stray.criterion}". Rated by assessors are: ${listed(ratedBy(assessing))}.`,
    }
  );
};

const criteriaAreRated: AssessingPolicy = (assessing) => {
  const stray = assessing.ratings.find((rating) => criterionOf(assessing, rating)?.measure !== 'assessment');
  return (
    stray && {
      code: 'criterion-not-rated',
      message: `"${stray.criterion}" is measured from reported data, not rated. Rated by assessors are: ${listed(ratedBy(assessing))}.`,
    }
  );
};

const isAnchor = (points: string, anchor: string): boolean =>
  isDecimal(points) && Decimal.of(points).equals(Decimal.of(anchor));

const ratingsLieOnAnchors: AssessingPolicy = (assessing) => {
  for (const rating of assessing.ratings) {
    const scale = criterionOf(assessing, rating)?.scale;
    const anchors = scale?.kind === 'anchors' ? scale.anchors : [];
    if (!anchors.some(({ points }) => isAnchor(rating.points, points)))
      return {
        code: 'rating-off-scale',
        message: `"${rating.criterion}" is rated ${rating.points}, which is no anchor of its scale. The anchors are ${anchors
          .map(({ points, meaning }) => `${points} (${meaning})`)
          .join(', ')}.`,
      };
  }
  return undefined;
};

const reasonsAreGiven: AssessingPolicy = ({ ratings }) => {
  const silent = ratings.find(({ reason }) => reason.trim() === '');
  return (
    silent && {
      code: 'reason-blank',
      message: `The rating of "${silent.criterion}" has no reason: say why, others may see it otherwise.`,
    }
  );
};

/** What must hold of an assessment; asked in this order. */
export const assessingPolicies: readonly AssessingPolicy[] = [
  modelIsInForce,
  bothInOnePortfolio,
  componentStands,
  nobodyAssessesTheirOwn,
  somethingIsRated,
  eachCriterionOnce,
  criteriaAreOfTheModel,
  criteriaAreRated,
  ratingsLieOnAnchors,
  reasonsAreGiven,
];
