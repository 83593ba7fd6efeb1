import { defineCodec } from '@docket/kernel';
import type { AssessmentEvent } from './assessment.events';

/** How the events of an assessment are stored: reasons and comments are words, each in an event of its own (ADR-0022). */
export const assessmentCodec = defineCodec<AssessmentEvent>({
  versions: { CriterionRated: 1, RatingTakenBack: 1, AssessmentCommented: 1, AssessmentWithdrawn: 1 },
  upcasters: {
    'CriterionRated.v1': (data) => ({ type: 'CriterionRated', data }),
    'RatingTakenBack.v1': (data) => ({ type: 'RatingTakenBack', data }),
    'AssessmentCommented.v1': (data) => ({ type: 'AssessmentCommented', data }),
    'AssessmentWithdrawn.v1': (data) => ({ type: 'AssessmentWithdrawn', data }),
  },
  words: { CriterionRated: ['reason'], AssessmentCommented: ['comment'], AssessmentWithdrawn: ['reason'] },
});
