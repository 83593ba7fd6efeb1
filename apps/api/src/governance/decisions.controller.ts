import {
  ApiTags,
  CallInDecisionRequest,
  DecisionRegisterRequest,
  EscalateMotionRequest,
  ListRequest,
  ReadRequest,
  RatifyDecisionRequest,
} from '@docket/contracts';
import {
  CallInDecisionCommand,
  EscalateMotionCommand,
  FindDecisionTimesQuery,
  ListDecisionsQuery,
  ListDelegatedDecisionsQuery,
  RatifyDecisionCommand,
} from '@docket/governance';
import type { Request } from '@docket/kernel';
import { Body, Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { Answers } from '../http/answers';
import { Asked } from '../http/asked';
import { IdParam } from '../http/id-param';
import { PortfolioOf } from '../http/portfolio-of';
import { answerWrite, type WriteReceipt } from '../http/receipt';
import { ReadsAnswer, Writes } from '../openapi/operation.decorators';
import { HeldBackGuard } from './held-back.guard';

/** What was decided, and who decides in whose place: motions that are passed on, and decisions of a delegation that others look at. */
@ApiTags('Motions and decisions')
@Controller('api/v1')
@UseGuards(HeldBackGuard)
export class DecisionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly portfolioOf: PortfolioOf,
  ) {}

  @Get('portfolios/:portfolioId/decisions')
  @Does('read')
  @ReadsAnswer(
    'The decision register of a portfolio: searched by outcome, body, project, person, authority, standing and words',
  )
  async decisions(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: DecisionRegisterRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { outcome, body, project, person, text, grant, standing, matter, kind } = query;
    const escalated = query.escalated === undefined ? undefined : query.escalated === 'true';
    const sought = { outcome, body, project, person, text, grant, standing, escalated, matter, kind };
    const filter = { portfolioId, ...sought };
    await this.portfolioOf.assertKnown(query, query.after);
    return this.answers.list(reply, query, portfolioId, (reading) =>
      this.queries.execute(new ListDecisionsQuery(reading, filter)),
    );
  }

  @Get('portfolios/:portfolioId/decision-times')
  @Does('read')
  @ReadsAnswer(
    'How long decisions took: from tabled to decided and from opening to the end, of all and by body',
  )
  decisionTimes(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answers.one(reply, query, portfolioId, (reading) =>
      this.queries.execute(new FindDecisionTimesQuery(reading, { portfolioId })),
    );
  }

  @Post('motions/:motionId/escalation')
  @Does('escalate-motion')
  @Writes('Pass a motion on to the body that may decide it, with the reason')
  async escalate(
    @Asked() asked: Request,
    @Param('motionId', IdParam) motionId: string,
    @Body() body: EscalateMotionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    const { reason, bodyId } = body;
    const named = bodyId === undefined ? {} : { bodyId };
    return answerWrite(
      reply,
      await this.commands.execute(new EscalateMotionCommand(asked, { motionId, reason, ...named })),
    );
  }

  @Post('motions/:motionId/call-in')
  @Does('call-in-decision')
  @Writes('Call in what was decided under a grant of your body: it does not stand until that has decided')
  async callIn(
    @Asked() asked: Request,
    @Param('motionId', IdParam) motionId: string,
    @Body() body: CallInDecisionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new CallInDecisionCommand(asked, { motionId, ...body })),
    );
  }

  @Post('motions/:motionId/ratification')
  @Does('ratify-decision')
  @Writes('Let what was decided under a grant of your body stand before the time to call it in has ended')
  async ratify(
    @Asked() asked: Request,
    @Param('motionId', IdParam) motionId: string,
    @Body() body: RatifyDecisionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new RatifyDecisionCommand(asked, { motionId, ...body })),
    );
  }

  @Get('bodies/:bodyId/delegated-decisions')
  @Does('read')
  @ReadsAnswer('What was decided under grants of a body, and until when it may be called in')
  async delegated(
    @Param('bodyId', IdParam) bodyId: string,
    @Query() query: ListRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolioId = await this.portfolioOf.body(bodyId, query.after);
    return this.answers.list(reply, query, portfolioId, (reading) =>
      this.queries.execute(new ListDelegatedDecisionsQuery(reading, { portfolioId, bodyId })),
    );
  }
}
