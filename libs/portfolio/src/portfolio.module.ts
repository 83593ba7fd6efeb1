import { Module } from '@nestjs/common';
import { FindPortfolioHandler } from './features/find-portfolio/find-portfolio.handler';
import { ListPortfoliosHandler } from './features/list-portfolios/list-portfolios.handler';
import { OpenPortfolioHandler } from './features/open-portfolio/open-portfolio.handler';
import { ReachHistoryHandler } from './features/reach-history/reach-history.handler';
import { AddNodeHandler } from './features/add-node/add-node.handler';
import { RenameNodeHandler } from './features/rename-node/rename-node.handler';
import { MoveNodeHandler } from './features/move-node/move-node.handler';
import { CloseNodeHandler } from './features/close-node/close-node.handler';
import { AddObjectiveHandler } from './features/add-objective/add-objective.handler';
import { ReviseObjectiveHandler } from './features/revise-objective/revise-objective.handler';
import { RetireObjectiveHandler } from './features/retire-objective/retire-objective.handler';
import { WeighObjectivesHandler } from './features/weigh-objectives/weigh-objectives.handler';
import { ReportActualHandler } from './features/report-actual/report-actual.handler';
import { CorrectActualHandler } from './features/correct-actual/correct-actual.handler';
import { CompositionHandler } from './features/composition/composition.handler';
import { ObjectivesHandler } from './features/objectives/objectives.handler';
import { ActualsHandler } from './features/actuals/actuals.handler';
import { GoalProgressHandler } from './features/goal-progress/goal-progress.handler';

/** Answers the commands and queries of this context; the app provides COMMAND_RUNTIME. */
@Module({
  providers: [
    OpenPortfolioHandler,
    ReachHistoryHandler,
    ListPortfoliosHandler,
    FindPortfolioHandler,
    AddNodeHandler,
    RenameNodeHandler,
    MoveNodeHandler,
    CloseNodeHandler,
    AddObjectiveHandler,
    ReviseObjectiveHandler,
    RetireObjectiveHandler,
    WeighObjectivesHandler,
    ReportActualHandler,
    CorrectActualHandler,
    CompositionHandler,
    ObjectivesHandler,
    ActualsHandler,
    GoalProgressHandler,
  ],
})
export class PortfolioModule {}
