import {
  CompareModelsQuery,
  DraftModelCommand,
  ModelByIdQuery,
  modelIdOf,
  ModelsQuery,
  PublishModelCommand,
  RetireModelCommand,
  ReviseModelCommand,
  ScoringModel,
} from '@docket/assessment';
import {
  ApiTags,
  DraftModelRequest,
  ListRequest,
  ModelComparisonRequest,
  ModelDefinitionRequest,
  PublishModelRequest,
  ReadRequest,
  RetireModelRequest,
} from '@docket/contracts';
import type { Request } from '@docket/kernel';
import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { Answers } from '../http/answers';
import { Asked } from '../http/asked';
import { CreationKeys } from '../http/creation-keys';
import { IdParam } from '../http/id-param';
import { MayHaveNoBody } from '../http/nothing-more';
import { PortfolioOf } from '../http/portfolio-of';
import { answerWrite, type WriteReceipt } from '../http/receipt';
import { Traces } from '../http/trace';
import { ReadsAnswer, Writes } from '../openapi/operation.decorators';

@ApiTags('Scoring models')
@Controller('api/v1')
export class ScoringModelsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly keys: CreationKeys,
    private readonly portfolioOf: PortfolioOf,
    private readonly traces: Traces,
  ) {}

  @Post('portfolios/:portfolioId/scoring-models')
  @Does('draft-model')
  @Writes('Draft a scoring model', { created: true })
  async draft(
    @Asked() asked: Request,
    @Param('portfolioId', IdParam) portfolioId: string,
    @Body() body: DraftModelRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    const draft = () => this.commands.execute(new DraftModelCommand(asked, { portfolioId, ...body }));
    const drafted = await this.keys.once(
      asked,
      ScoringModel.category,
      modelIdOf(portfolioId, body.name),
      draft,
    );
    return answerWrite(reply, drafted, (id) => `/api/v1/scoring-models/${id}`);
  }

  @Get('portfolios/:portfolioId/scoring-models')
  @Does('read')
  @ReadsAnswer('Scoring models of a portfolio')
  list(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: ListRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answers.list(reply, query, portfolioId, (reading) =>
      this.queries.execute(new ModelsQuery(reading, { portfolioId })),
    );
  }

  @Get('scoring-models/:modelId')
  @Does('read')
  @ReadsAnswer('One scoring model: criteria, weights, anchors')
  async one(
    @Param('modelId', IdParam) id: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolio = await this.portfolioOf.model(id, query.after);
    return this.answers.one(
      reply,
      query,
      portfolio,
      (reading) => this.queries.execute(new ModelByIdQuery(reading, { modelId: id })),
      { category: 'scoring-model', id },
    );
  }

  @Get('scoring-models/:modelId/history')
  @Does('read')
  @ReadsAnswer('What happened to a scoring model, event by event')
  async history(
    @Param('modelId', IdParam) id: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolio = await this.portfolioOf.model(id, query.after);
    return this.answers.one(reply, query, portfolio, async (reading) => {
      const known = await this.queries.execute(new ModelByIdQuery(reading, { modelId: id }));
      if ('refusal' in known) return known;
      const entries = await this.traces.upTo(reading, { category: 'scoring-model', id });
      return { id, name: known.name, entries };
    });
  }

  @Put('scoring-models/:modelId')
  @Does('revise-model')
  @Writes('Revise a draft')
  async revise(
    @Asked() asked: Request,
    @Param('modelId', IdParam) modelId: string,
    @Body() body: ModelDefinitionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new ReviseModelCommand(asked, { modelId, ...body })),
    );
  }

  @Post('scoring-models/:modelId/publication')
  @Does('publish-model')
  @MayHaveNoBody()
  @Writes('Publish a model: from here on it cannot change')
  async publish(
    @Asked() asked: Request,
    @Param('modelId', IdParam) modelId: string,
    @Body() body: PublishModelRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new PublishModelCommand(asked, { modelId, ...body })),
    );
  }

  @Post('scoring-models/:modelId/retirement')
  @Does('retire-model')
  @Writes('Retire a model: nobody assesses by it any more, and no ranking uses it by default')
  async retire(
    @Asked() asked: Request,
    @Param('modelId', IdParam) modelId: string,
    @Body() body: RetireModelRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new RetireModelCommand(asked, { modelId, ...body })),
    );
  }

  @Get('scoring-models/:modelId/comparison')
  @Does('read')
  @ReadsAnswer(
    'Two scoring models over the portfolio: head counts, then the largest moves first, who gains or loses a rank, and those ranked by neither last',
  )
  async comparison(
    @Param('modelId', IdParam) modelId: string,
    @Query() query: ModelComparisonRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolio = await this.portfolioOf.model(modelId, query.after);
    const asked = { modelId, ...(query.with ? { against: query.with } : {}) };
    return this.answers.one(reply, query, portfolio, (reading) =>
      this.queries.execute(new CompareModelsQuery(reading, asked)),
    );
  }
}
