import type { DecimalText, Event } from '@docket/kernel';

/**
 * One rating of one criterion, with its reason: an assessment is all ratings of one person on one component by one model. A
 * later one on the same criterion takes its place. `points` are those of an anchor of the model, in canonical form.
 */
export type CriterionRated = Event<
  'CriterionRated',
  {
    assessmentId: string;
    portfolioId: string;
    projectId: string;
    modelId: string;
    assessor: string;
    criterion: string;
    points: DecimalText;
    reason: string;
  }
>;
/** A revision left this criterion out: its rating is missing from here on. */
export type RatingTakenBack = Event<'RatingTakenBack', { assessmentId: string; criterion: string }>;
/** What the assessor says of the whole; null takes back what was said. */
export type AssessmentCommented = Event<
  'AssessmentCommented',
  { assessmentId: string; comment: string | null }
>;
/** All ratings and the comment are gone; the assessor may begin anew. */
export type AssessmentWithdrawn = Event<'AssessmentWithdrawn', { assessmentId: string; reason: string }>;

export type AssessmentEvent = CriterionRated | RatingTakenBack | AssessmentCommented | AssessmentWithdrawn;
