import type { ScoringModelRefusal } from './domain/scoring-model/scoring-model.decider';
import type { ExplainRefusal } from './features/explain/explain';
import type { LetterRefusal } from './features/letter/letter';
import type { RankingRefusal } from './features/ranking/ranking-inputs';

/** Every code with which this context refuses a command or a question. */
export type AssessmentRefusal = ScoringModelRefusal | RankingRefusal | ExplainRefusal | LetterRefusal;

export { modelIdOf, ScoringModel } from './domain/scoring-model';
export { deliveryHealthModel } from './domain/scoring-model/delivery-health';
export type {
  ScoringModelCommand,
  ScoringModelRefusal,
  ScoringModelState,
} from './domain/scoring-model/scoring-model.decider';
export type {
  AnchoredScale,
  Band,
  Criterion,
  Measure,
  ModelDefinition,
  RatedLevel,
  ScoringModelEvent,
} from './domain/scoring-model/scoring-model.events';
export type { Measured, MeasuredComponent } from './domain/measures/measures';
export type { TieBreakKey } from './domain/ranking/order';
export type { Contribution } from './domain/ranking/profile';
export { rank, type RankedRow } from './domain/ranking/rank';
export { DraftModelCommand } from './features/draft-model/draft-model.command';
export { PublishModelCommand } from './features/publish-model/publish-model.command';
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
export type { ValueOrigin } from './features/explain/origin';
export { ExplainQuery } from './features/explain/explain.query';
export type { DrawnLine, Funded, FundingRow, FundingRule } from './domain/ranking/funding-line';
export {
  fundingLineOf,
  type FundingLine,
  type FundingLineParams,
  type LineParams,
} from './features/funding-line/funding-line';
export { FundingLineQuery } from './features/funding-line/funding-line.query';
export { letterOf, type Letter, type LetterLine, type LetterParams } from './features/letter/letter';
export { LetterQuery } from './features/letter/letter.query';
export { modelById, modelsOf, type ModelDetail, type ModelSummary } from './features/models/models';
export { ModelByIdQuery, ModelsQuery } from './features/models/models.query';
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
export { assessmentProjections, scoringModelTable, type ScoringModelRow } from './scoring-model.projection';
