export {
  Portfolio,
  portfolioIdOf,
  type OpenedPortfolio,
  type OpenPortfolio,
  type PortfolioEvent,
  type PortfolioOpened,
  type PortfolioRefusal,
  type PortfolioState,
  type ReachHistory,
  type Reached,
  type SettleHistory,
} from './domain/portfolio';
export { OpenPortfolioCommand } from './features/open-portfolio/open-portfolio.command';
export { ReachHistoryCommand } from './features/reach-history/reach-history.command';
export {
  importsUnderWay,
  ImportsUnderWay,
  ImportUnderWay,
} from './features/settle-history/imports-under-way';
export { settleBeforeAppend } from './features/settle-history/settle-before-append';
export { portfoliosOf } from './features/list-portfolios/portfolios-of';
export { ListPortfoliosQuery } from './features/list-portfolios/list-portfolios.query';
export { portfolioById } from './features/find-portfolio/portfolio-by';
export { FindPortfolioQuery } from './features/find-portfolio/find-portfolio.query';
export {
  ALL_PORTFOLIOS,
  portfolioProjections,
  portfolioTable,
  type PortfolioRow,
} from './portfolio.projection';
export {
  Composition,
  compositionIdOf,
  nodeById,
  pathToTop,
  type CompositionEvent,
  type CompositionNode,
  type CompositionRefusal,
  type CompositionState,
  type NodeKind,
} from './domain/composition';
export {
  activeObjectives,
  objectiveById,
  Strategy,
  strategyIdOf,
  type DatedValue,
  type Objective,
  type ObjectiveDefinition,
  type ObjectiveMeasure,
  type ObjectiveWeight,
  type StrategyEvent,
  type StrategyRefusal,
  type StrategyState,
} from './domain/strategy';
export {
  goalProgressOf,
  progressOf,
  RATIO_PLACES,
  type Figure,
  type GoalProgress,
} from './domain/strategy/progress';
export { AddNodeCommand } from './features/add-node/add-node.command';
export { RenameNodeCommand } from './features/rename-node/rename-node.command';
export { MoveNodeCommand } from './features/move-node/move-node.command';
export { CloseNodeCommand } from './features/close-node/close-node.command';
export { AddObjectiveCommand } from './features/add-objective/add-objective.command';
export { ReviseObjectiveCommand } from './features/revise-objective/revise-objective.command';
export { RetireObjectiveCommand } from './features/retire-objective/retire-objective.command';
export { WeighObjectivesCommand } from './features/weigh-objectives/weigh-objectives.command';
export { ReportActualCommand } from './features/report-actual/report-actual.command';
export { CorrectActualCommand } from './features/correct-actual/correct-actual.command';
export { CompositionQuery } from './features/composition/composition.query';
export { compositionOf, type CompositionView, type NodeView } from './features/composition/composition-of';
export { ObjectivesQuery } from './features/objectives/objectives.query';
export { objectivesOf, type ObjectiveFilter, type ObjectiveView } from './features/objectives/objectives-of';
export { ActualsQuery } from './features/actuals/actuals.query';
export { actualsOf, type ActualView } from './features/actuals/actuals-of';
export { GoalProgressQuery } from './features/goal-progress/goal-progress.query';
export { goalProgressAt, type GoalProgressView } from './features/goal-progress/goal-progress-at';
export { compositionNodeTable, type CompositionNodeRow } from './composition.projection';
export { actualTable, objectiveTable, type ActualRow, type ObjectiveRow } from './strategy.tables';
export { type PortfolioView } from './portfolio.view';
export { PortfolioModule } from './portfolio.module';
