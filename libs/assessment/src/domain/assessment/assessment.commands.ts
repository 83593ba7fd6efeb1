import type { Command, DecimalText } from '@docket/kernel';
import type { ScoringModelState } from '../scoring-model/scoring-model.state';

/** The points of an anchor on one criterion, and why. */
export type Rating = Readonly<{ criterion: string; points: DecimalText; reason: string }>;

/** A component as the rules of assessing see it: gathered from the project's stream. */
export type AssessedProject = Readonly<{
  portfolioId: string;
  name: string;
  status: string;
  /** Whether it competes for a place: proposed, authorised or held. */
  stands: boolean;
  /** Who has a part in it or declared an interest, by their ids, and how, as a phrase to be read: the first where it is several. */
  parts: ReadonlyMap<string, string>;
  /** Who was named to sponsor or manage it and declined. */
  declined: readonly string[];
}>;

/** All ratings of the actor on one component by one model, anew; `model` and `project` are gathered from their streams. */
export type Assess = Command<
  'Assess',
  {
    assessmentId: string;
    projectId: string;
    modelId: string;
    ratings: readonly Rating[];
    comment?: string;
    model: ScoringModelState;
    project: AssessedProject | undefined;
  }
>;
/** Takes an assessment back; `project` is what it is of, gathered from its stream. */
export type WithdrawAssessment = Command<
  'WithdrawAssessment',
  { assessmentId: string; reason: string; project: AssessedProject | undefined }
>;
export type AssessmentCommand = Assess | WithdrawAssessment;

/** Why a command on an assessment is not carried out. */
export type AssessmentCommandRefusal =
  | 'model-unknown'
  | 'model-not-published'
  | 'model-retired'
  | 'project-unknown'
  | 'another-portfolio'
  | 'project-not-assessable'
  | 'own-component'
  | 'ratings-missing'
  | 'criterion-rated-twice'
  | 'criterion-unknown'
  | 'criterion-not-rated'
  | 'rating-off-scale'
  | 'reason-blank'
  | 'assessment-unknown'
  | 'assessment-withdrawn'
  | 'not-yours-to-withdraw';
