import {
  accept,
  Decimal,
  firstRefusal,
  refuse,
  unreachable,
  type Decider,
  type DecisionContext,
  type Verdict,
} from '@docket/kernel';
import { assessingPolicies } from './assessing.policy';
import type {
  Assess,
  AssessedProject,
  AssessmentCommand,
  AssessmentCommandRefusal,
  Rating,
  WithdrawAssessment,
} from './assessment.commands';
import type { AssessmentEvent, AssessmentWithdrawn } from './assessment.events';
import {
  evolve,
  initialState,
  type AssessmentState,
  type GivenRating,
  type KnownAssessment,
} from './assessment.state';

/** One way to write one number of points. */
const canonical = ({ points, ...rating }: Rating): Rating => ({
  ...rating,
  points: Decimal.of(points).toString(),
});

const isGiven = (before: GivenRating | undefined, { points, reason }: Rating): boolean =>
  before?.points === points && before.reason === reason;

const NOTHING: Pick<KnownAssessment, 'ratings' | 'comment'> = { ratings: new Map(), comment: null };

/** What turns the assessment as it stands into the one that is given now: nothing where both are the same. */
const changes = (
  { assessmentId, projectId, modelId, ratings, comment: said }: Assess['data'],
  portfolioId: string,
  state: AssessmentState,
  assessor: string,
): readonly AssessmentEvent[] => {
  const comment = said ?? null;
  const before = state.status === 'given' ? state : NOTHING;
  const whose = { assessmentId, portfolioId, projectId, modelId, assessor };
  const given = ratings.map(canonical);
  const kept = new Set(given.map(({ criterion }) => criterion));
  return [
    ...given
      .filter((rating) => !isGiven(before.ratings.get(rating.criterion), rating))
      .map((rating): AssessmentEvent => ({ type: 'CriterionRated', data: { ...whose, ...rating } })),
    ...[...before.ratings.keys()]
      .filter((criterion) => !kept.has(criterion))
      .map((criterion): AssessmentEvent => ({ type: 'RatingTakenBack', data: { assessmentId, criterion } })),
    ...(comment === before.comment
      ? []
      : [{ type: 'AssessmentCommented', data: { assessmentId, comment } } as const]),
  ];
};

const assess = (
  { data }: Assess,
  state: AssessmentState,
  context: DecisionContext,
): Verdict<AssessmentEvent, AssessmentCommandRefusal> => {
  const { model, project, modelId, projectId, ratings } = data;
  if (model.status === 'absent')
    return refuse(
      'model-unknown',
      `There is no scoring model ${modelId}. Look its id up in the list of models.`,
    );
  if (!project)
    return refuse('project-unknown', `There is no project ${projectId}. Look its id up in the ranking.`);
  return (
    firstRefusal(assessingPolicies, { model, project, ratings, context }) ??
    accept(...changes(data, model.portfolioId, state, context.actor))
  );
};

/** What somebody is to a component, who takes away nothing that others said of it; null of whoever is nothing to it. */
const closeAs = (project: AssessedProject, actor: string): string | null => {
  const part = project.parts.get(actor);
  if (part) return part;
  return project.declined.includes(actor) ? 'declined a part in' : null;
};

const withdraw = (
  { data: { assessmentId, reason, project } }: WithdrawAssessment,
  state: AssessmentState,
  { actor, reach }: DecisionContext,
): Verdict<AssessmentWithdrawn, AssessmentCommandRefusal> => {
  if (state.status === 'absent')
    return refuse(
      'assessment-unknown',
      `There is no assessment ${assessmentId}. Look its id up among the assessments of its project.`,
    );
  if (reach === 'own' && actor !== state.assessor)
    return refuse(
      'not-yours-to-withdraw',
      `This assessment is ${state.assessor}'s: only they or the PMO may withdraw it.`,
    );
  const role = project && actor !== state.assessor ? closeAs(project, actor) : null;
  if (role)
    return refuse(
      'own-component',
      `${actor} ${role} what is assessed here: its assessor or somebody else of the PMO may withdraw it.`,
    );
  if (state.status === 'withdrawn')
    return state.withdrawnFor === reason
      ? accept()
      : refuse(
          'assessment-withdrawn',
          'This assessment is withdrawn already; its assessor may give a new one.',
        );
  return reason.trim() === ''
    ? refuse('reason-blank', 'Say why the assessment is withdrawn: others will ask.')
    : accept({ type: 'AssessmentWithdrawn', data: { assessmentId, reason } });
};

/** The rules of an assessment: one person's ratings of one component by one model, revised and withdrawn by that person. */
export const assessmentDecider: Decider<
  AssessmentState,
  AssessmentCommand,
  AssessmentEvent,
  AssessmentCommandRefusal
> = {
  initialState,
  evolve,
  decide: (command, state, context) => {
    switch (command.type) {
      case 'Assess':
        return assess(command, state, context);
      case 'WithdrawAssessment':
        return withdraw(command, state, context);
      default:
        return unreachable(command);
    }
  },
};
