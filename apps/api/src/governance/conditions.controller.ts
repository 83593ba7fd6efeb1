import {
  ApiTags,
  ConditionListRequest,
  ConfirmConditionRequest,
  GiveEvidenceRequest,
  ReadRequest,
  WaiveConditionRequest,
} from '@docket/contracts';
import {
  ConfirmConditionCommand,
  FindConditionQuery,
  GiveEvidenceCommand,
  ListConditionsQuery,
  WaiveConditionCommand,
} from '@docket/governance';
import type { Request } from '@docket/kernel';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { Answers } from '../http/answers';
import { Asked } from '../http/asked';
import { IdParam } from '../http/id-param';
import { PortfolioOf } from '../http/portfolio-of';
import { answerWrite, type WriteReceipt } from '../http/receipt';
import { Traces } from '../http/trace';
import { ReadsAnswer, Writes } from '../openapi/operation.decorators';

@ApiTags('Conditions')
@Controller('api/v1')
export class ConditionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly portfolioOf: PortfolioOf,
    private readonly traces: Traces,
  ) {}

  @Get('portfolios/:portfolioId/conditions')
  @Does('read')
  @ReadsAnswer('Conditions of a portfolio, the first due first')
  async list(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: ConditionListRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { standing, owner, project, motion } = query;
    const filter = { portfolioId, standing, owner, project, motion };
    await this.portfolioOf.assertKnown(query, query.after);

    return this.answers.list(reply, query, portfolioId, (reading) =>
      this.queries.execute(new ListConditionsQuery(reading, filter)),
    );
  }

  @Get('conditions/:conditionId')
  @Does('read')
  @ReadsAnswer('One condition: what was asked and shown, until when, how it ended, and what it calls for')
  async one(
    @Param('conditionId', IdParam) id: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolio = await this.portfolioOf.condition(id, query.after);
    return this.answers.one(
      reply,
      query,
      portfolio,
      (reading) => this.queries.execute(new FindConditionQuery(reading, { conditionId: id })),
      { category: 'condition', id },
    );
  }

  @Get('conditions/:conditionId/history')
  @Does('read')
  @ReadsAnswer('What happened to a condition, event by event')
  async history(
    @Param('conditionId', IdParam) id: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolio = await this.portfolioOf.condition(id, query.after);
    return this.answers.one(reply, query, portfolio, async (reading) => {
      const known = await this.queries.execute(new FindConditionQuery(reading, { conditionId: id }));
      if ('refusal' in known) return known;
      return { id, entries: await this.traces.upTo(reading, { category: 'condition', id }) };
    });
  }

  @Post('conditions/:conditionId/evidence')
  @Does('give-evidence')
  @Writes('Give evidence that a condition is met')
  async evidence(
    @Asked() asked: Request,
    @Param('conditionId', IdParam) conditionId: string,
    @Body() body: GiveEvidenceRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new GiveEvidenceCommand(asked, { conditionId, ...body })),
    );
  }

  @Post('conditions/:conditionId/confirmation')
  @Does('confirm-condition')
  @Writes('Confirm that a condition is met by its evidence')
  async confirm(
    @Asked() asked: Request,
    @Param('conditionId', IdParam) conditionId: string,
    @Body() body: ConfirmConditionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new ConfirmConditionCommand(asked, { conditionId, ...body })),
    );
  }

  @Post('conditions/:conditionId/waiver')
  @Does('waive-condition')
  @Writes('Waive a condition of your body')
  async waive(
    @Asked() asked: Request,
    @Param('conditionId', IdParam) conditionId: string,
    @Body() body: WaiveConditionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new WaiveConditionCommand(asked, { conditionId, ...body })),
    );
  }
}
