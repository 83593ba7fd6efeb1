import {
  ApiTags,
  ChangeBodyRulesRequest,
  EstablishBodyRequest,
  ListRequest,
  ReadRequest,
  SeatMemberRequest,
  UnseatMemberRequest,
} from '@docket/contracts';
import {
  Body as GovernanceBody,
  bodyIdOf,
  ChangeBodyRulesCommand,
  EstablishBodyCommand,
  FindAttendanceQuery,
  FindBodyQuery,
  ListBodiesQuery,
  SeatMemberCommand,
  UnseatMemberCommand,
} from '@docket/governance';
import type { Request } from '@docket/kernel';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { Answers } from '../http/answers';
import { Asked } from '../http/asked';
import { CreationKeys } from '../http/creation-keys';
import { IdParam } from '../http/id-param';
import { PortfolioOf } from '../http/portfolio-of';
import { answerWrite, type WriteReceipt } from '../http/receipt';
import { Traces } from '../http/trace';
import { ReadsAnswer, Writes } from '../openapi/operation.decorators';
import { PersonParam } from './person-param';

@ApiTags('Bodies')
@Controller('api/v1')
export class BodiesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly keys: CreationKeys,
    private readonly portfolioOf: PortfolioOf,
    private readonly traces: Traces,
  ) {}

  @Post('portfolios/:portfolioId/bodies')
  @Does('establish-body')
  @Writes('Establish a governance body with its quorum and carry rule', { created: true })
  async establish(
    @Asked() asked: Request,
    @Param('portfolioId', IdParam) portfolioId: string,
    @Body() body: EstablishBodyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    const establish = () => this.commands.execute(new EstablishBodyCommand(asked, { portfolioId, ...body }));
    const established = await this.keys.once(
      asked,
      GovernanceBody.category,
      bodyIdOf(portfolioId, body.name),
      establish,
    );
    return answerWrite(reply, established, (id) => `/api/v1/bodies/${id}`);
  }

  @Get('portfolios/:portfolioId/bodies')
  @Does('read')
  @ReadsAnswer('Bodies of a portfolio with their seats')
  list(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: ListRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answers.list(reply, query, portfolioId, (reading) =>
      this.queries.execute(new ListBodiesQuery(reading, { portfolioId })),
    );
  }

  @Get('bodies/:bodyId')
  @Does('read')
  @ReadsAnswer('One body')
  async one(
    @Param('bodyId', IdParam) id: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolio = await this.portfolioOf.body(id, query.after);
    return this.answers.one(
      reply,
      query,
      portfolio,
      (reading) => this.queries.execute(new FindBodyQuery(reading, { bodyId: id })),
      { category: 'body', id },
    );
  }

  @Get('bodies/:bodyId/history')
  @Does('read')
  @ReadsAnswer('What happened to a body, event by event: seats that have ended included')
  async history(
    @Param('bodyId', IdParam) id: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolio = await this.portfolioOf.body(id, query.after);
    return this.answers.one(reply, query, portfolio, async (reading) => {
      const known = await this.queries.execute(new FindBodyQuery(reading, { bodyId: id }));
      if ('refusal' in known) return known;
      return { id, entries: await this.traces.upTo(reading, { category: 'body', id }) };
    });
  }

  @Get('bodies/:bodyId/attendance')
  @Does('read')
  @ReadsAnswer('Who took part in the ballots of a body: voted, abstained, absent, recused, stood in for')
  async attendance(
    @Param('bodyId', IdParam) bodyId: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolioId = await this.portfolioOf.body(bodyId, query.after);
    return this.answers.one(reply, query, portfolioId, (reading) =>
      this.queries.execute(new FindAttendanceQuery(reading, { bodyId, portfolioId })),
    );
  }

  @Post('bodies/:bodyId/rules')
  @Does('change-body-rules')
  @Writes('Change quorum, carry rule and the fewest seats; open ballots keep theirs')
  async changeRules(
    @Asked() asked: Request,
    @Param('bodyId', IdParam) bodyId: string,
    @Body() body: ChangeBodyRulesRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new ChangeBodyRulesCommand(asked, { bodyId, ...body })),
    );
  }

  @Post('bodies/:bodyId/seats')
  @Does('seat-member')
  @Writes('Seat a member')
  async seat(
    @Asked() asked: Request,
    @Param('bodyId', IdParam) bodyId: string,
    @Body() body: SeatMemberRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(reply, await this.commands.execute(new SeatMemberCommand(asked, { bodyId, ...body })));
  }

  @Post('bodies/:bodyId/seats/:personId/end')
  @Does('unseat-member')
  @Writes('End a seat, with the reason')
  async unseat(
    @Asked() asked: Request,
    @Param('bodyId', IdParam) bodyId: string,
    @Param('personId', PersonParam) personId: string,
    @Body() body: UnseatMemberRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new UnseatMemberCommand(asked, { bodyId, personId, ...body })),
    );
  }
}
