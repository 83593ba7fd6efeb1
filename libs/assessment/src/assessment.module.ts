import { Module } from '@nestjs/common';
import { AssessmentHistoryHandler } from './features/assessment-history/assessment-history.handler';
import { AssessHandler } from './features/assess/assess.handler';
import { CompareModelsHandler } from './features/compare-models/compare-models.handler';
import { DraftModelHandler } from './features/draft-model/draft-model.handler';
import { ExplainHandler } from './features/explain/explain.handler';
import { FundingLineHandler } from './features/funding-line/funding-line.handler';
import { LetterHandler } from './features/letter/letter.handler';
import { ModelByIdHandler, ModelsHandler } from './features/models/models.handler';
import { PortfolioAssessmentsHandler } from './features/portfolio-assessments/portfolio-assessments.handler';
import { ProjectAssessmentsHandler } from './features/project-assessments/project-assessments.handler';
import { ComponentMovesHandler, MovesHandler } from './features/moves/moves.handler';
import { PublishModelHandler } from './features/publish-model/publish-model.handler';
import { RankingHandler } from './features/ranking/ranking.handler';
import { RetireModelHandler } from './features/retire-model/retire-model.handler';
import { ReviseModelHandler } from './features/revise-model/revise-model.handler';
import { ClaimContributionHandler } from './features/claim-contribution/claim-contribution.handler';
import { ConfirmContributionHandler } from './features/confirm-contribution/confirm-contribution.handler';
import { WithdrawContributionHandler } from './features/withdraw-contribution/withdraw-contribution.handler';
import {
  ContributionsHandler,
  ProjectContributionsHandler,
} from './features/contributions/contributions.handler';
import { AlignmentsHandler } from './features/alignments/alignments.handler';
import { ObjectiveCoverageHandler } from './features/objective-coverage/objective-coverage.handler';
import { WithdrawAssessmentHandler } from './features/withdraw-assessment/withdraw-assessment.handler';
import { SwapHandler } from './features/swap/swap.handler';

/** Answers the commands and queries of this context; the app provides COMMAND_RUNTIME. */
@Module({
  providers: [
    DraftModelHandler,
    ReviseModelHandler,
    PublishModelHandler,
    RetireModelHandler,
    AssessHandler,
    WithdrawAssessmentHandler,
    RankingHandler,
    ExplainHandler,
    FundingLineHandler,
    MovesHandler,
    ComponentMovesHandler,
    SwapHandler,
    LetterHandler,
    ModelsHandler,
    ModelByIdHandler,
    ClaimContributionHandler,
    ConfirmContributionHandler,
    WithdrawContributionHandler,
    ContributionsHandler,
    ProjectContributionsHandler,
    AlignmentsHandler,
    ObjectiveCoverageHandler,
    CompareModelsHandler,
    ProjectAssessmentsHandler,
    AssessmentHistoryHandler,
    PortfolioAssessmentsHandler,
  ],
})
export class AssessmentModule {}
