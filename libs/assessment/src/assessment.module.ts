import { Module } from '@nestjs/common';
import { DraftModelHandler } from './features/draft-model/draft-model.handler';
import { ExplainHandler } from './features/explain/explain.handler';
import { FundingLineHandler } from './features/funding-line/funding-line.handler';
import { LetterHandler } from './features/letter/letter.handler';
import { ModelByIdHandler, ModelsHandler } from './features/models/models.handler';
import { ComponentMovesHandler, MovesHandler } from './features/moves/moves.handler';
import { PublishModelHandler } from './features/publish-model/publish-model.handler';
import { RankingHandler } from './features/ranking/ranking.handler';
import { ReviseModelHandler } from './features/revise-model/revise-model.handler';
import { SwapHandler } from './features/swap/swap.handler';

/** Answers the commands and queries of this context; the app provides COMMAND_RUNTIME. */
@Module({
  providers: [
    DraftModelHandler,
    ReviseModelHandler,
    PublishModelHandler,
    RankingHandler,
    ExplainHandler,
    FundingLineHandler,
    MovesHandler,
    ComponentMovesHandler,
    SwapHandler,
    LetterHandler,
    ModelsHandler,
    ModelByIdHandler,
  ],
})
export class AssessmentModule {}
