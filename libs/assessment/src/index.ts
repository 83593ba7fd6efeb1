import type { AlignmentRefusal } from './domain/alignment';
import type { ScoringModelRefusal } from './domain/scoring-model/scoring-model.commands';
import type { AssessmentCommandRefusal } from './domain/assessment/assessment.commands';
import type { ExplainRefusal } from './features/explain/explain';
import type { LetterRefusal } from './features/letter/letter';
import type { RankingRefusal } from './features/ranking/ranking-inputs';

/** Every code with which this context refuses a command or a question. */
export type AssessmentRefusal =
  | AlignmentRefusal
  | ScoringModelRefusal
  | AssessmentCommandRefusal
  | RankingRefusal
  | ExplainRefusal
  | LetterRefusal;

export {
  Alignment,
  alignmentIdOf,
  type AlignmentEvent,
  type AlignmentRefusal,
  type AlignmentState,
} from './domain/alignment';
export {
  alignmentOf,
  type AlignmentFigure,
  type ConfirmedContribution,
  type NoAlignment,
  type WeighedObjective,
} from './domain/alignment/alignment';
export {
  CONTRIBUTION_SCALE,
  CONTRIBUTION_SCALES,
  contributionLevel,
  type ContributionLevel,
} from './domain/alignment/contribution-scale';
export { ClaimContributionCommand } from './features/claim-contribution/claim-contribution.command';
export { ConfirmContributionCommand } from './features/confirm-contribution/confirm-contribution.command';
export { WithdrawContributionCommand } from './features/withdraw-contribution/withdraw-contribution.command';
export {
  contributionsOf,
  contributionsOfProject,
  type ComponentContributions,
  type ContributionFilter,
  type ContributionView,
} from './features/contributions/contributions-of';
export { ContributionsQuery, ProjectContributionsQuery } from './features/contributions/contributions.query';
export {
  alignmentFrom,
  standingContributions,
  weighedObjectives,
} from './features/contributions/contribution-rows';
export { alignmentsOf, type AlignmentView } from './features/alignments/alignments-of';
export { AlignmentsQuery } from './features/alignments/alignments.query';
export {
  objectiveCoverageAt,
  type ObjectiveCoverageView,
} from './features/objective-coverage/objective-coverage-at';
export { ObjectiveCoverageQuery } from './features/objective-coverage/objective-coverage.query';
export { contributionKey, contributionTable, type ContributionRow } from './alignment.tables';

export { Assessment, assessmentIdOf } from './domain/assessment';
export type {
  AssessmentCommand,
  AssessmentCommandRefusal,
  Rating,
} from './domain/assessment/assessment.commands';
export type { AssessmentEvent } from './domain/assessment/assessment.events';
export type { AssessmentState } from './domain/assessment/assessment.state';
export type { Agreement } from './domain/assessment/agreement';
export { modelIdOf, ScoringModel } from './domain/scoring-model';
export { digestOfModel } from './domain/scoring-model/model-digest';
export { deliveryHealthModel } from './domain/scoring-model/delivery-health';
export type { ScoringModelCommand, ScoringModelRefusal } from './domain/scoring-model/scoring-model.commands';
export type { ScoringModelState } from './domain/scoring-model/scoring-model.state';
export type {
  AnchoredScale,
  Band,
  Criterion,
  Measure,
  ModelDefinition,
  PairwiseComparison,
  RatedLevel,
  RatingAnchor,
  ScoringModelEvent,
} from './domain/scoring-model/scoring-model.events';
export type { Measured, MeasuredComponent, Rated } from './domain/measures/measures';
export type { CostBasis, CostDifference, FundedCost } from './domain/measures/funded-cost';
export type { TieBreakKey } from './domain/ranking/order';
export type { Contribution } from './domain/ranking/profile';
export { rank, type RankedRow } from './domain/ranking/rank';
export { AssessCommand, type AssessData } from './features/assess/assess.command';
export {
  compareModels,
  type CompareModelsParams,
  type ModelComparison,
} from './features/compare-models/compare-models';
export { CompareModelsQuery } from './features/compare-models/compare-models.query';
export { DraftModelCommand } from './features/draft-model/draft-model.command';
export { publishModel } from './features/publish-model/publish-model';
export { PublishModelCommand } from './features/publish-model/publish-model.command';
export { RetireModelCommand } from './features/retire-model/retire-model.command';
export { ReviseModelCommand } from './features/revise-model/revise-model.command';
export {
  explainOf,
  type ExplainedAnchor,
  type ExplainedCriterion,
  type ExplainParams,
  type ExplainRefusal,
  type Explanation,
  type Neighbour,
} from './features/explain/explain';
export type { ExplainedRated, ExplainedRating, RatingLeftOut } from './features/explain/explained-rated';
export { leftOutInWords, type ExplainedFigure } from './features/explain/figures-behind';
export type { ValueOrigin } from './features/explain/origin-at';
export { ExplainQuery } from './features/explain/explain.query';
export type { DrawnLine, Funded, FundingRow, FundingRule } from './domain/ranking/funding-line';
export {
  fundingLineOf,
  type FundingLine,
  type FundingLineParams,
  type LineParams,
} from './features/funding-line/funding-line';
export { BASIS_IN_WORDS, costDifferenceInWords } from './features/funding-line/cost-words';
export { FundingLineQuery } from './features/funding-line/funding-line.query';
export { modelBehind, type ModelBehind, type ModelWarning } from './features/model-behind/model-behind';
export { letterOf, type Letter, type LetterLine, type LetterParams } from './features/letter/letter';
export { LetterQuery } from './features/letter/letter.query';
export {
  assessmentHistory,
  type AssessmentHistory,
  type AssessmentHistoryParams,
  type AssessmentTold,
} from './features/assessment-history/assessment-history';
export type { AssessmentVersion, RatingRevised } from './features/assessment-history/assessment-versions';
export { AssessmentHistoryQuery } from './features/assessment-history/assessment-history.query';
export { modelById, modelsOf, type ModelDetail, type ModelSummary } from './features/models/models';
export type { ModelRemark } from './features/models/model-remarks';
export { ModelByIdQuery, ModelsQuery } from './features/models/models.query';
export {
  portfolioAssessments,
  type PortfolioAssessments,
  type PortfolioAssessmentsParams,
} from './features/portfolio-assessments/portfolio-assessments';
export { PortfolioAssessmentsQuery } from './features/portfolio-assessments/portfolio-assessments.query';
export {
  projectAssessments,
  type ProjectAssessments,
  type ProjectAssessmentsParams,
} from './features/project-assessments/project-assessments';
export { ProjectAssessmentsQuery } from './features/project-assessments/project-assessments.query';
export { WithdrawAssessmentCommand } from './features/withdraw-assessment/withdraw-assessment.command';
export {
  componentMovesSince,
  movesSince,
  type ComponentMoves,
  type ComponentMovesParams,
  type MoveKind,
  type MovePart,
  type MoveRow,
  type Moves,
  type MovesParams,
} from './features/moves/moves';
export { partInWords } from './features/moves/part-in-words';
export type { CriterionChange, RatingChange, ToldChanges } from './features/moves/told-part';
export { ComponentMovesQuery, MovesQuery } from './features/moves/moves.query';
export { swapOf, type SwapAnswer, type SwapParams, type SwapSide } from './features/swap/swap';
export { SwapQuery } from './features/swap/swap.query';
export type { ToldChange } from './features/swap/told-change';
export type { Notice } from './features/ranking/notices';
export { rankingOf, type Ranking, type RankingParams } from './features/ranking/ranking';
export type { RankingRefusal } from './features/ranking/ranking-inputs';
export type { UsedModel } from './features/ranking/model-choice';
export { RankingQuery } from './features/ranking/ranking.query';
export { AssessmentModule } from './assessment.module';
export { assessmentTable, type AssessmentRow } from './assessment.projection';
export { assessmentProjections, scoringModelTable, type ScoringModelRow } from './scoring-model.projection';
