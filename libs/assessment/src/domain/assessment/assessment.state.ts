import { unreachable, type DecimalText } from '@docket/kernel';
import type { AssessmentEvent, CriterionRated } from './assessment.events';

/** Points and reason of one criterion. */
export type GivenRating = Readonly<{ points: DecimalText; reason: string }>;

/** An assessment somebody has begun; a withdrawn one has neither ratings nor comment. */
export type KnownAssessment = Readonly<{
  status: 'given' | 'withdrawn';
  assessmentId: string;
  portfolioId: string;
  projectId: string;
  modelId: string;
  assessor: string;
  /** By criterion. */
  ratings: ReadonlyMap<string, GivenRating>;
  comment: string | null;
  withdrawnFor?: string;
}>;
export type AssessmentState = Readonly<{ status: 'absent' }> | KnownAssessment;

export const initialState = (): AssessmentState => ({ status: 'absent' });

const rated = (state: AssessmentState, { data }: CriterionRated): KnownAssessment => {
  const { criterion, points, reason, ...whose } = data;
  const before = state.status === 'given' ? state : { ratings: new Map(), comment: null };
  const ratings = new Map(before.ratings).set(criterion, { points, reason });
  return { status: 'given', ...whose, ratings, comment: before.comment };
};

const progressed = (
  state: KnownAssessment,
  event: Exclude<AssessmentEvent, CriterionRated>,
): KnownAssessment => {
  switch (event.type) {
    case 'RatingTakenBack': {
      const ratings = new Map(state.ratings);
      ratings.delete(event.data.criterion);
      return { ...state, ratings };
    }
    case 'AssessmentCommented':
      return { ...state, comment: event.data.comment };
    case 'AssessmentWithdrawn': {
      const gone = { ratings: new Map(), comment: null };
      return { ...state, ...gone, status: 'withdrawn', withdrawnFor: event.data.reason };
    }
    default:
      return unreachable(event);
  }
};

export const evolve = (state: AssessmentState, event: AssessmentEvent): AssessmentState => {
  if (event.type === 'CriterionRated') return rated(state, event);
  return state.status === 'absent' ? state : progressed(state, event);
};
