import { ComponentMovesQuery, LetterQuery, MovesQuery, SwapQuery } from '@docket/assessment';
import {
  ApiTags,
  ComponentMovesRequest,
  FundingLineRequest,
  MovesRequest,
  SwapRequest,
} from '@docket/contracts';
import type { Cut, Reading } from '@docket/kernel';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { Answers } from '../http/answers';
import { IdParam } from '../http/id-param';
import { MovedEvents } from '../http/moved-events';
import { Readings } from '../http/reading';
import { ReadsAnswer } from '../openapi/operation.decorators';
import { askedBy, lineOf } from './asked-by';

/** What moved a ranking, what would, and how a proposer is told. */
@ApiTags('Ranking')
@Controller('api/v1/portfolios/:portfolioId/ranking')
export class RankingReasonsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly readings: Readings,
    private readonly events: MovedEvents,
  ) {}

  private async since(
    reading: Reading,
    portfolioId: string,
    { since }: Readonly<{ since?: string }>,
  ): Promise<Readonly<{ since?: Cut }>> {
    return since === undefined ? {} : { since: await this.readings.since(reading, since, portfolioId) };
  }

  @Get('moves')
  @Does('read')
  @ReadsAnswer(
    'What moved since an earlier moment, the biggest change by own events first: rank and score then and now, and which events moved it by how much',
  )
  moves(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: MovesRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answers.one(reply, query, portfolioId, async (reading) => {
      const since = await this.since(reading, portfolioId, query);
      const asked = { portfolioId, ...since, all: query.all === 'true' };
      const moves = await this.queries.execute(new MovesQuery(reading, askedBy(asked, query)));
      return 'outcome' in moves ? moves : this.events.inList(moves);
    });
  }

  @Get(':projectId/moves')
  @Does('read')
  @ReadsAnswer(
    'What moved one project since an earlier moment: every event of the portfolio that did, and how far',
  )
  movesOf(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Param('projectId', IdParam) projectId: string,
    @Query() query: ComponentMovesRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answers.one(reply, query, portfolioId, async (reading) => {
      const since = await this.since(reading, portfolioId, query);
      const asked = { portfolioId, projectId, ...since };
      const moves = await this.queries.execute(new ComponentMovesQuery(reading, askedBy(asked, query)));
      return 'outcome' in moves ? moves : this.events.ofOne(moves);
    });
  }

  @Get(':projectId/swap')
  @Does('read')
  @ReadsAnswer(
    'The smallest single change that would swap a project with its neighbour, verified by ranking again',
  )
  swap(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Param('projectId', IdParam) projectId: string,
    @Query() query: SwapRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const side = query.with === undefined ? {} : { with: query.with };
    return this.answers.one(reply, query, portfolioId, (reading) =>
      this.queries.execute(new SwapQuery(reading, askedBy({ portfolioId, projectId, ...side }, query))),
    );
  }

  @Get(':projectId/letter')
  @Does('read')
  @ReadsAnswer(
    'A letter to the proposer: why a project stands where it stands and what would lift it above the line',
  )
  letter(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Param('projectId', IdParam) projectId: string,
    @Query() query: FundingLineRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = { ...askedBy({ portfolioId, projectId }, query), ...lineOf(query) };
    return this.answers.one(reply, query, portfolioId, (reading) =>
      this.queries.execute(new LetterQuery(reading, asked)),
    );
  }
}
