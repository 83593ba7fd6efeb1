import { eventByNumber } from '@docket/audit';
import { ApiParam, ApiTags, ReadRequest } from '@docket/contracts';
import { SYSTEM, type System } from '@docket/host';
import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { BallotSight } from '../governance/ballot-sight';
import { Answers } from '../http/answers';
import { NumberParam } from '../http/number-param';
import { PortfolioOf } from '../http/portfolio-of';
import { ReadsAnswer } from '../openapi/operation.decorators';
import { isShownStream } from './shown-streams';

@ApiTags('Audit')
@Controller('api/v1/events')
export class EventsController {
  constructor(
    @Inject(SYSTEM) private readonly system: System,
    private readonly answers: Answers,
    private readonly portfolioOf: PortfolioOf,
    private readonly sight: BallotSight,
  ) {}

  @Get(':number')
  @Does('read')
  @ApiParam({ name: 'number', type: 'integer', example: 15 })
  @ReadsAnswer(
    'One event by its number: who recorded it when and on what, its place in the chain, what it says',
  )
  async one(
    @Param('number', NumberParam) asked: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const number = Number(asked);
    const { store } = this.system.adapters;
    const portfolio = await this.portfolioOf.event(number, query.after);
    await this.sight.refuseVote(reply.request.caller, number);
    return this.answers.one(reply, query, portfolio, ({ readModel, cut }) =>
      eventByNumber(store, readModel, cut, { number, isShown: isShownStream }),
    );
  }
}
