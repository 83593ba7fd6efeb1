import {
  ApiTags,
  CastVoteRequest,
  ListRequest,
  MotionListRequest,
  OpenBallotRequest,
  ReadRequest,
  RecordDecisionRequest,
  TableMotionRequest,
  WithdrawMotionRequest,
} from '@docket/contracts';
import {
  CastVoteCommand,
  CloseBallotCommand,
  FindMotionQuery,
  ListMotionsQuery,
  ListToDoQuery,
  isOfBallot,
  motionSeen,
  OpenBallotCommand,
  RecordDecisionCommand,
  TableMotionCommand,
  WithdrawMotionCommand,
} from '@docket/governance';
import type { Reading, Request } from '@docket/kernel';
import { Body, Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { Answers } from '../http/answers';
import { Asked } from '../http/asked';
import { IdParam } from '../http/id-param';
import { TakesNoBody } from '../http/nothing-more';
import { PortfolioOf } from '../http/portfolio-of';
import { answerWrite, type WriteReceipt } from '../http/receipt';
import { Traces } from '../http/trace';
import { ReadsAnswer, Writes } from '../openapi/operation.decorators';
import { BallotSight } from './ballot-sight';
import { HeldBackGuard } from './held-back.guard';
import { mayDo } from './may-do';
import { ModelsBefore } from './models-before';
import { PersonParam } from './person-param';

@ApiTags('Motions and decisions')
@Controller('api/v1')
@UseGuards(HeldBackGuard)
export class MotionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly portfolioOf: PortfolioOf,
    private readonly traces: Traces,
    private readonly models: ModelsBefore,
    private readonly sight: BallotSight,
  ) {}

  @Post('portfolios/:portfolioId/motions')
  @Does('table-motion')
  @Writes('Table a motion on a project before a body', { created: true })
  async table(
    @Asked() asked: Request,
    @Param('portfolioId', IdParam) portfolioId: string,
    @Body() body: TableMotionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new TableMotionCommand(asked, { portfolioId, ...body })),
      (id) => `/api/v1/motions/${id}`,
    );
  }

  @Get('portfolios/:portfolioId/motions')
  @Does('read')
  @ReadsAnswer('Motions of a portfolio')
  list(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: MotionListRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { status } = query;
    return this.answers.list(reply, query, portfolioId, (reading) =>
      this.queries.execute(
        new ListMotionsQuery(reading, { portfolioId, ...(status === undefined ? {} : { status }) }),
      ),
    );
  }

  @Get('portfolios/:portfolioId/people/:personId/to-do')
  @Does('read')
  @ReadsAnswer(
    'What waits for a person: votes, ballots, decisions, conditions, criteria of gates, closure reports',
  )
  toDo(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Param('personId', PersonParam) person: string,
    @Query() query: ListRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answers.list(reply, query, portfolioId, async (reading) => {
      const asked = { portfolioId, person, ...mayDo(person) };
      const tasks = await this.queries.execute(new ListToDoQuery(reading, asked));
      return this.sight.toDo(reply.request.caller, person, tasks);
    });
  }

  @Get('motions/:motionId')
  @Does('read')
  @ReadsAnswer(
    'One motion: electorate, rules in force, the scoring model behind the ranking, votes with reasons, count and decision',
  )
  async one(
    @Param('motionId', IdParam) id: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolioId = await this.portfolioOf.motion(id, query.after);
    const held = await this.sight.heldBack(reply.request.caller, id);
    const question = async (reading: Reading) => {
      const known = await this.queries.execute(new FindMotionQuery(reading, { motionId: id }));
      if ('refusal' in known) return known;
      const rankedBy = await this.models.of(reading, { motionId: id, portfolioId });
      return { ...motionSeen(known, held), rankedBy };
    };
    // The revision of the stream counts the votes.
    return this.answers.one(
      reply,
      query,
      portfolioId,
      question,
      held ? undefined : { category: 'motion', id },
    );
  }

  @Get('motions/:motionId/history')
  @Does('read')
  @ReadsAnswer('What happened to a motion, event by event: votes that were changed included')
  async history(
    @Param('motionId', IdParam) id: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolio = await this.portfolioOf.motion(id, query.after);
    return this.answers.one(reply, query, portfolio, async (reading) => {
      const known = await this.queries.execute(new FindMotionQuery(reading, { motionId: id }));
      if ('refusal' in known) return known;
      const held = await this.sight.heldBack(reply.request.caller, id);
      const all = await this.traces.upTo(reading, { category: 'motion', id });
      const entries = held ? all.filter((entry) => !isOfBallot(entry, held.ballot)) : all;
      return { id, entries, withheld: entries.length < all.length ? (held?.why ?? null) : null };
    });
  }

  @Post('motions/:motionId/withdrawal')
  @Does('withdraw-motion')
  @Writes(
    'Withdraw a motion before its ballot opens, or take a carried one back before its decision is recorded; its project is released',
  )
  async withdraw(
    @Asked() asked: Request,
    @Param('motionId', IdParam) motionId: string,
    @Body() body: WithdrawMotionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new WithdrawMotionCommand(asked, { motionId, ...body })),
    );
  }

  @Post('motions/:motionId/ballot')
  @Does('open-ballot')
  @Writes('Open the ballot: electorate and rules are fixed from here on')
  async open(
    @Asked() asked: Request,
    @Param('motionId', IdParam) motionId: string,
    @Body() body: OpenBallotRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new OpenBallotCommand(asked, { motionId, ...body })),
    );
  }

  @Post('motions/:motionId/votes')
  @Does('cast-vote')
  @Writes('Cast or change your own vote')
  async vote(
    @Asked() asked: Request,
    @Param('motionId', IdParam) motionId: string,
    @Body() body: CastVoteRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(reply, await this.commands.execute(new CastVoteCommand(asked, { motionId, ...body })));
  }

  @Post('motions/:motionId/close')
  @Does('close-ballot')
  @TakesNoBody()
  @Writes('Close the ballot and count')
  async close(
    @Asked() asked: Request,
    @Param('motionId', IdParam) motionId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(reply, await this.commands.execute(new CloseBallotCommand(asked, { motionId })));
  }

  @Post('motions/:motionId/decision')
  @Does('record-decision')
  @Writes('Record the decision of a carried motion with its reasons')
  async decide(
    @Asked() asked: Request,
    @Param('motionId', IdParam) motionId: string,
    @Body() body: RecordDecisionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new RecordDecisionCommand(asked, { motionId, ...body })),
    );
  }
}
