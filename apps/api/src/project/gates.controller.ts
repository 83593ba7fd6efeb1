import {
  ApiTags,
  GateEvidenceRequest,
  GateJudgementRequest,
  ListRequest,
  PublishGatesRequest,
  ReachGateRequest,
  ReadRequest,
} from '@docket/contracts';
import { FindMotionGateQuery } from '@docket/governance';
import type { Request } from '@docket/kernel';
import {
  FindGatesQuery,
  GiveGateEvidenceCommand,
  JudgeGateCriterionCommand,
  ListGatesQuery,
  PublishGatesCommand,
  ReachGateCommand,
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

@ApiTags('Gates')
@Controller('api/v1')
export class GatesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly portfolioOf: PortfolioOf,
  ) {}

  @Get('portfolios/:portfolioId/gates')
  @Does('read')
  @ReadsAnswer('The gates of a portfolio as published: of each kind of component all versions')
  list(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: ListRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answers.list(reply, query, portfolioId, (reading) =>
      this.queries.execute(new ListGatesQuery(reading, { portfolioId })),
    );
  }

  @Post('portfolios/:portfolioId/gates')
  @Does('publish-gates')
  @Writes('Publish the gates of a kind of component: the next version, which is never changed')
  async publish(
    @Asked() asked: Request,
    @Param('portfolioId', IdParam) portfolioId: string,
    @Body() body: PublishGatesRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new PublishGatesCommand(asked, { portfolioId, ...body })),
    );
  }

  @Get('projects/:projectId/gates')
  @Does('read')
  @ReadsAnswer('Where a project stands among its gates: what is asked, shown and judged, what was passed')
  async one(
    @Param('projectId', IdParam) projectId: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolio = await this.portfolioOf.project(projectId, query.after);
    return this.answers.one(reply, query, portfolio, (reading) =>
      this.queries.execute(new FindGatesQuery(reading, { projectId })),
    );
  }

  @Get('motions/:motionId/gate')
  @Does('read')
  @ReadsAnswer('The gate a motion asks to pass: as it stood when the ballot opened, and as it stands')
  async ofMotion(
    @Param('motionId', IdParam) motionId: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolio = await this.portfolioOf.motion(motionId, query.after);
    return this.answers.one(reply, query, portfolio, (reading) =>
      this.queries.execute(new FindMotionGateQuery(reading, { motionId })),
    );
  }

  @Put('projects/:projectId/gate')
  @Does('reach-gate')
  @Writes('Bring a project to a gate, while no motion is open on it')
  async reach(
    @Asked() asked: Request,
    @Param('projectId', IdParam) projectId: string,
    @Body() { gate: gateId, reason }: ReachGateRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new ReachGateCommand(asked, { projectId, gateId, reason })),
    );
  }

  @Post('projects/:projectId/gate/evidence')
  @Does('give-gate-evidence')
  @Writes('Give evidence of a criterion of the gate at which a project stands')
  async evidence(
    @Asked() asked: Request,
    @Param('projectId', IdParam) projectId: string,
    @Body() { gate: gateId, criterion: criterionId, ...said }: GateEvidenceRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    const data = { projectId, gateId, criterionId, ...said };
    return answerWrite(reply, await this.commands.execute(new GiveGateEvidenceCommand(asked, data)));
  }

  @Post('projects/:projectId/gate/judgements')
  @Does('judge-gate-criterion')
  @Writes('Judge a criterion of the gate at which a project stands in which you have no part')
  async judge(
    @Asked() asked: Request,
    @Param('projectId', IdParam) projectId: string,
    @Body() { gate: gateId, criterion: criterionId, ...said }: GateJudgementRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    const data = { projectId, gateId, criterionId, ...said };
    return answerWrite(reply, await this.commands.execute(new JudgeGateCriterionCommand(asked, data)));
  }
}
