import {
  ApiTags,
  ClosureCorrectionRequest,
  ClosureListRequest,
  ClosureRequest,
  ReadRequest,
} from '@docket/contracts';
import type { Request } from '@docket/kernel';
import {
  CloseProjectCommand,
  CorrectClosureCommand,
  FindClosureQuery,
  ListClosuresQuery,
} from '@docket/project';
import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { Answers } from '../http/answers';
import { Asked } from '../http/asked';
import { IdParam } from '../http/id-param';
import { PortfolioOf } from '../http/portfolio-of';
import { answerWrite, type WriteReceipt } from '../http/receipt';
import { ReadsAnswer, Writes } from '../openapi/operation.decorators';

@ApiTags('Closures')
@Controller('api/v1')
export class ClosuresController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly portfolioOf: PortfolioOf,
  ) {}

  @Get('portfolios/:portfolioId/closures')
  @Does('read')
  @ReadsAnswer('Closure reports of a portfolio: searched by outcome, owner of the benefits and words')
  list(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: ClosureListRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { outcome, owner, text } = query;
    return this.answers.list(reply, query, portfolioId, (reading) =>
      this.queries.execute(new ListClosuresQuery(reading, { portfolioId, outcome, owner, text })),
    );
  }

  @Get('projects/:projectId/closure')
  @Does('read')
  @ReadsAnswer(
    'The closure report of a project, or by when it is due; beside it what was authorised and reported',
  )
  async one(
    @Param('projectId', IdParam) projectId: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolio = await this.portfolioOf.project(projectId, query.after);
    return this.answers.one(reply, query, portfolio, (reading) =>
      this.queries.execute(new FindClosureQuery(reading, { projectId })),
    );
  }

  @Post('projects/:projectId/closure')
  @Does('close-project')
  @Writes('Give the closure report of work that was completed or killed: once')
  async close(
    @Asked() asked: Request,
    @Param('projectId', IdParam) projectId: string,
    @Body() body: ClosureRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new CloseProjectCommand(asked, { projectId, ...body })),
    );
  }

  @Put('projects/:projectId/closure')
  @Does('correct-closure')
  @Writes('Correct the closure report of a project, with the reason: both stay readable')
  async correct(
    @Asked() asked: Request,
    @Param('projectId', IdParam) projectId: string,
    @Body() body: ClosureCorrectionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new CorrectClosureCommand(asked, { projectId, ...body })),
    );
  }
}
