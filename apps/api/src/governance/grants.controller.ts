import {
  ApiTags,
  AuthorityRouteRequest,
  GiveGrantRequest,
  GrantListRequest,
  ReadRequest,
  RevokeGrantRequest,
  type AuthorityRequest,
} from '@docket/contracts';
import {
  FindAuthorityQuery,
  FindGrantQuery,
  GiveGrantCommand,
  ListGrantsQuery,
  RevokeGrantCommand,
  type AskedAuthority,
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

/** What is left out limits nothing. */
const authorityIn = ({ from, ...limits }: AuthorityRequest): AskedAuthority => {
  const { domains = null, kinds = null, outcomes = null, perDecision = null } = limits;
  const { perPeriod = null, until = null } = limits;
  const begin = from === undefined ? {} : { from };
  return { domains, kinds, outcomes, perDecision, perPeriod, until, ...begin };
};

@ApiTags('Authority')
@Controller('api/v1')
export class GrantsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly portfolioOf: PortfolioOf,
    private readonly traces: Traces,
  ) {}

  @Post('portfolios/:portfolioId/grants')
  @Does('grant-authority')
  @Writes('Grant authority to a body: of the portfolio, of another body, or a part of a grant', {
    created: true,
  })
  async give(
    @Asked() asked: Request,
    @Param('portfolioId', IdParam) portfolioId: string,
    @Body() { authority, maySubDelegate = false, ...body }: GiveGrantRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    const data = { portfolioId, ...body, authority: authorityIn(authority), maySubDelegate };
    return answerWrite(
      reply,
      await this.commands.execute(new GiveGrantCommand(asked, data)),
      (id) => `/api/v1/grants/${id}`,
    );
  }

  @Get('portfolios/:portfolioId/grants')
  @Does('read')
  @ReadsAnswer('Delegations in force, with what is used of each period')
  list(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: GrantListRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { standing = 'in-force' } = query;
    return this.answers.list(reply, query, portfolioId, (reading) =>
      this.queries.execute(new ListGrantsQuery(reading, { portfolioId, standing })),
    );
  }

  @Get('projects/:projectId/authority')
  @Does('read')
  @ReadsAnswer('Who must decide on a project, and why nobody below may: the chain of grants')
  async route(
    @Param('projectId', IdParam) projectId: string,
    @Query() query: AuthorityRouteRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolio = await this.portfolioOf.project(projectId, query.after);
    const { outcome = 'go', kind, value } = query;
    const motion = { ...(kind === undefined ? {} : { kind }), ...(value === undefined ? {} : { value }) };
    return this.answers.one(reply, query, portfolio, (reading) =>
      this.queries.execute(new FindAuthorityQuery(reading, { projectId, outcome, ...motion })),
    );
  }

  @Get('grants/:grantId')
  @Does('read')
  @ReadsAnswer('One grant: what it hangs on, and its account')
  async one(
    @Param('grantId', IdParam) id: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolioId = await this.portfolioOf.grant(id, query.after);
    return this.answers.one(
      reply,
      query,
      portfolioId,
      (reading) => this.queries.execute(new FindGrantQuery(reading, { grantId: id, portfolioId })),
      { category: 'grant', id },
    );
  }

  @Get('grants/:grantId/history')
  @Does('read')
  @ReadsAnswer('What happened to a grant, event by event: what was reserved and released included')
  async history(
    @Param('grantId', IdParam) id: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolioId = await this.portfolioOf.grant(id, query.after);
    return this.answers.one(reply, query, portfolioId, async (reading) => {
      const known = await this.queries.execute(new FindGrantQuery(reading, { grantId: id, portfolioId }));
      if ('refusal' in known) return known;
      return { id, entries: await this.traces.upTo(reading, { category: 'grant', id }) };
    });
  }

  @Post('grants/:grantId/revocation')
  @Does('revoke-grant')
  @Writes('Revoke a grant at once, with the reason')
  async revoke(
    @Asked() asked: Request,
    @Param('grantId', IdParam) grantId: string,
    @Body() body: RevokeGrantRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new RevokeGrantCommand(asked, { grantId, ...body })),
    );
  }
}
