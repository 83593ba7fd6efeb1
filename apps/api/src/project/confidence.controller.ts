import { ApiTags, ConfidenceRequest, ConfidenceWithdrawalRequest, ReadRequest } from '@docket/contracts';
import type { Request } from '@docket/kernel';
import { FindConfidenceQuery, JudgeConfidenceCommand, WithdrawConfidenceCommand } from '@docket/project';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { Answers } from '../http/answers';
import { Asked } from '../http/asked';
import { IdParam } from '../http/id-param';
import { PortfolioOf } from '../http/portfolio-of';
import { answerWrite, type WriteReceipt } from '../http/receipt';
import { ReadsAnswer, Writes } from '../openapi/operation.decorators';

@ApiTags('Delivery confidence')
@Controller('api/v1/projects/:projectId/confidence')
export class ConfidenceController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly portfolioOf: PortfolioOf,
  ) {}

  @Post()
  @Does('judge-confidence')
  @Writes('Judge how sure the delivery of a project is on a day, or judge that day anew')
  async judge(
    @Asked() asked: Request,
    @Param('projectId', IdParam) projectId: string,
    @Body() body: ConfidenceRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new JudgeConfidenceCommand(asked, { projectId, ...body })),
    );
  }

  @Post('withdrawal')
  @Does('withdraw-confidence')
  @Writes('Withdraw a judgement of delivery confidence; it stays readable')
  async withdraw(
    @Asked() asked: Request,
    @Param('projectId', IdParam) projectId: string,
    @Body() body: ConfidenceWithdrawalRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new WithdrawConfidenceCommand(asked, { projectId, ...body })),
    );
  }

  @Get()
  @Does('read')
  @ReadsAnswer('Who judged the delivery of a project when and why, what lists published, and which counts')
  async find(
    @Param('projectId', IdParam) id: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolio = await this.portfolioOf.project(id, query.after);
    return this.answers.one(reply, query, portfolio, (reading) =>
      this.queries.execute(new FindConfidenceQuery(reading, id)),
    );
  }
}
