import {
  Alignment,
  alignmentIdOf,
  AlignmentsQuery,
  ClaimContributionCommand,
  ConfirmContributionCommand,
  ContributionsQuery,
  ObjectiveCoverageQuery,
  ProjectContributionsQuery,
  WithdrawContributionCommand,
} from '@docket/assessment';
import {
  ApiTags,
  ContributionListRequest,
  ContributionRequest,
  ListRequest,
  ReadRequest,
  WithdrawContributionRequest,
} from '@docket/contracts';
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

@ApiTags('Contributions')
@Controller('api/v1')
export class ContributionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly portfolioOf: PortfolioOf,
    private readonly traces: Traces,
  ) {}

  @Get('portfolios/:portfolioId/contributions')
  @Does('read')
  @ReadsAnswer('Which project serves which objective, and how strongly')
  list(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: ContributionListRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { objective, status } = query;
    const wanted = {
      portfolioId,
      ...(objective === undefined ? {} : { objective }),
      ...(status === undefined ? {} : { status }),
    };
    return this.answers.list(reply, query, portfolioId, (reading) =>
      this.queries.execute(new ContributionsQuery(reading, wanted)),
    );
  }

  @Get('portfolios/:portfolioId/alignments')
  @Does('read')
  @ReadsAnswer('How well each project is aligned with the strategy, 0 to 100')
  alignments(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: ListRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answers.list(reply, query, portfolioId, (reading) =>
      this.queries.execute(new AlignmentsQuery(reading, { portfolioId })),
    );
  }

  @Get('portfolios/:portfolioId/objective-coverage')
  @Does('read')
  @ReadsAnswer('Of the objectives those that authorised work serves')
  coverage(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answers.one(reply, query, portfolioId, (reading) =>
      this.queries.execute(new ObjectiveCoverageQuery(reading, { portfolioId })),
    );
  }

  @Get('projects/:projectId/contributions')
  @Does('read')
  @ReadsAnswer('What a project contributes to which objective, with the scale and its alignment')
  async ofProject(
    @Param('projectId', IdParam) projectId: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolio = await this.portfolioOf.project(projectId, query.after);
    return this.answers.one(reply, query, portfolio, (reading) =>
      this.queries.execute(new ProjectContributionsQuery(reading, { projectId })),
    );
  }

  @Get('projects/:projectId/contributions/history')
  @Does('read')
  @ReadsAnswer('What was claimed, confirmed and withdrawn of a project, event by event')
  async history(
    @Param('projectId', IdParam) projectId: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolio = await this.portfolioOf.project(projectId, query.after);
    const traced = { category: Alignment.category, id: alignmentIdOf(projectId) };
    return this.answers.one(reply, query, portfolio, async (reading) => {
      const known = await this.queries.execute(new ProjectContributionsQuery(reading, { projectId }));
      if ('refusal' in known) return known;
      return { id: projectId, name: known.name, entries: await this.traces.upTo(reading, traced) };
    });
  }

  @Post('projects/:projectId/contributions')
  @Does('claim-contribution')
  @Writes('Claim that a project serves an objective')
  async claim(
    @Asked() asked: Request,
    @Param('projectId', IdParam) projectId: string,
    @Body() body: ContributionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    const command = new ClaimContributionCommand(asked, { projectId, ...body });
    return answerWrite(reply, await this.commands.execute(command));
  }

  @Post('projects/:projectId/contributions/confirmation')
  @Does('confirm-contribution')
  @Writes('Confirm, at the claimed or another level, that a project serves an objective')
  async confirm(
    @Asked() asked: Request,
    @Param('projectId', IdParam) projectId: string,
    @Body() body: ContributionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    const command = new ConfirmContributionCommand(asked, { projectId, ...body });
    return answerWrite(reply, await this.commands.execute(command));
  }

  @Post('projects/:projectId/contributions/withdrawal')
  @Does('withdraw-contribution')
  @Writes('Take back that a project serves an objective')
  async withdraw(
    @Asked() asked: Request,
    @Param('projectId', IdParam) projectId: string,
    @Body() body: WithdrawContributionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    const command = new WithdrawContributionCommand(asked, { projectId, ...body });
    return answerWrite(reply, await this.commands.execute(command));
  }
}
