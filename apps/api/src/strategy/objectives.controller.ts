import {
  ApiTags,
  CorrectActualRequest,
  ListRequest,
  ObjectiveListRequest,
  ObjectiveRequest,
  ReadRequest,
  ReportActualRequest,
  RetireObjectiveRequest,
  ReviseObjectiveRequest,
  WeighObjectivesRequest,
} from '@docket/contracts';
import type { Request } from '@docket/kernel';
import {
  ActualsQuery,
  AddObjectiveCommand,
  CorrectActualCommand,
  GoalProgressQuery,
  ObjectivesQuery,
  ReportActualCommand,
  RetireObjectiveCommand,
  ReviseObjectiveCommand,
  Strategy,
  strategyIdOf,
  WeighObjectivesCommand,
} from '@docket/portfolio';
import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { Answers } from '../http/answers';
import { Asked } from '../http/asked';
import { IdParam } from '../http/id-param';
import { answerWrite, type WriteReceipt } from '../http/receipt';
import { Traces } from '../http/trace';
import { ReadsAnswer, Writes } from '../openapi/operation.decorators';

@ApiTags('Strategy')
@Controller('api/v1/portfolios/:portfolioId')
export class ObjectivesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly traces: Traces,
  ) {}

  @Get('objectives')
  @Does('read')
  @ReadsAnswer('Strategic objectives of a portfolio, each with its latest actual and its progress')
  list(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: ObjectiveListRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { status } = query;
    return this.answers.list(reply, query, portfolioId, (reading) =>
      this.queries.execute(
        new ObjectivesQuery(reading, { portfolioId, ...(status === undefined ? {} : { status }) }),
      ),
    );
  }

  @Get('goal-progress')
  @Does('read')
  @ReadsAnswer('How far a portfolio has come towards its objectives, weighted')
  goalProgress(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answers.one(reply, query, portfolioId, (reading) =>
      this.queries.execute(new GoalProgressQuery(reading, { portfolioId })),
    );
  }

  @Get('strategy/history')
  @Does('read')
  @ReadsAnswer('What happened to the objectives of a portfolio, event by event: corrected actuals included')
  history(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const traced = { category: Strategy.category, id: strategyIdOf(portfolioId) };
    return this.answers.one(reply, query, portfolioId, async (reading) => ({
      portfolioId,
      entries: await this.traces.upTo(reading, traced),
    }));
  }

  @Get('objectives/:objectiveId/actuals')
  @Does('read')
  @ReadsAnswer('What the measure of an objective stood at, day by day, with what was corrected')
  actuals(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Param('objectiveId', IdParam) objectiveId: string,
    @Query() query: ListRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answers.list(reply, query, portfolioId, (reading) =>
      this.queries.execute(new ActualsQuery(reading, { portfolioId, objectiveId })),
    );
  }

  @Post('objectives')
  @Does('add-objective')
  @Writes('Add a strategic objective', { created: true })
  async add(
    @Asked() asked: Request,
    @Param('portfolioId', IdParam) portfolioId: string,
    @Body() body: ObjectiveRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new AddObjectiveCommand(asked, { portfolioId, ...body })),
      () => `/api/v1/portfolios/${portfolioId}/objectives`,
    );
  }

  @Put('objectives/:objectiveId')
  @Does('revise-objective')
  @Writes('State an objective anew, as a whole, and why')
  async revise(
    @Asked() asked: Request,
    @Param('portfolioId', IdParam) portfolioId: string,
    @Param('objectiveId', IdParam) objectiveId: string,
    @Body() body: ReviseObjectiveRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    const command = new ReviseObjectiveCommand(asked, { portfolioId, objectiveId, ...body });
    return answerWrite(reply, await this.commands.execute(command));
  }

  @Post('objectives/:objectiveId/retirement')
  @Does('retire-objective')
  @Writes('Retire an objective: it counts no more')
  async retire(
    @Asked() asked: Request,
    @Param('portfolioId', IdParam) portfolioId: string,
    @Param('objectiveId', IdParam) objectiveId: string,
    @Body() body: RetireObjectiveRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    const command = new RetireObjectiveCommand(asked, { portfolioId, objectiveId, ...body });
    return answerWrite(reply, await this.commands.execute(command));
  }

  @Put('objective-weights')
  @Does('weigh-objectives')
  @Writes('Weigh all active objectives at once')
  async weigh(
    @Asked() asked: Request,
    @Param('portfolioId', IdParam) portfolioId: string,
    @Body() body: WeighObjectivesRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    const command = new WeighObjectivesCommand(asked, { portfolioId, ...body });
    return answerWrite(reply, await this.commands.execute(command));
  }

  @Post('objectives/:objectiveId/actuals')
  @Does('report-actual')
  @Writes('Report what the measure of an objective stood at on a day')
  async report(
    @Asked() asked: Request,
    @Param('portfolioId', IdParam) portfolioId: string,
    @Param('objectiveId', IdParam) objectiveId: string,
    @Body() body: ReportActualRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    const command = new ReportActualCommand(asked, { portfolioId, objectiveId, ...body });
    return answerWrite(reply, await this.commands.execute(command));
  }

  @Post('objectives/:objectiveId/corrections')
  @Does('correct-actual')
  @Writes('Correct what was reported for a day; the former value is kept')
  async correct(
    @Asked() asked: Request,
    @Param('portfolioId', IdParam) portfolioId: string,
    @Param('objectiveId', IdParam) objectiveId: string,
    @Body() body: CorrectActualRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    const command = new CorrectActualCommand(asked, { portfolioId, objectiveId, ...body });
    return answerWrite(reply, await this.commands.execute(command));
  }
}
