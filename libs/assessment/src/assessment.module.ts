import { Module } from '@nestjs/common';
import { DraftModelHandler } from './features/draft-model/draft-model.handler';
import { ExplainHandler } from './features/explain/explain.handler';
import { ModelByIdHandler, ModelsHandler } from './features/models/models.handler';
import { PublishModelHandler } from './features/publish-model/publish-model.handler';
import { RankingHandler } from './features/ranking/ranking.handler';
import { ReviseModelHandler } from './features/revise-model/revise-model.handler';

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
  ],
})
export class AssessmentModule {}
