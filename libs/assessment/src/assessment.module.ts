import { Module } from '@nestjs/common';
import { DraftModelHandler } from './features/draft-model/draft-model.handler';
import { ExplainHandler } from './features/explain/explain.handler';
import { ModelByIdHandler, ModelsHandler } from './features/models/models.handler';
import { PublishModelHandler } from './features/publish-model/publish-model.handler';
import { RankingHandler } from './features/ranking/ranking.handler';
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

/** Answers the commands and queries of this context; the app provides COMMAND_RUNTIME. */
@Module({
  providers: [
    DraftModelHandler,
    ReviseModelHandler,
    PublishModelHandler,
    RankingHandler,
    ExplainHandler,
    ModelsHandler,
    ModelByIdHandler,
    ClaimContributionHandler,
    ConfirmContributionHandler,
    WithdrawContributionHandler,
    ContributionsHandler,
    ProjectContributionsHandler,
    AlignmentsHandler,
    ObjectiveCoverageHandler,
  ],
})
export class AssessmentModule {}
