import {
  ApiTags,
  BusinessCaseRequest,
  ListRequest,
  ProjectListRequest,
  ReadRequest,
  WithdrawalRequest,
} from '@docket/contracts';
import type { Request } from '@docket/kernel';
import {
  FindProjectQuery,
  ListProjectsQuery,
  ListRevisionsQuery,
  ProposeProjectCommand,
  ReviseBusinessCaseCommand,
  WithdrawProposalCommand,
} from '@docket/project';
import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { Answers } from '../http/answers';
import { Asked } from '../http/asked';
import { IdParam } from '../http/id-param';
import { answerWrite, type WriteReceipt } from '../http/receipt';
import { Traces } from '../http/trace';
import { ReadsAnswer, Writes } from '../openapi/operation.decorators';
import { PortfolioOf } from '../http/portfolio-of';

@ApiTags('Projects')
@Controller('api/v1')
export class ProjectsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly portfolioOf: PortfolioOf,
    private readonly traces: Traces,
  ) {}

  @Post('portfolios/:portfolioId/projects')
  @Does('propose-project')
  @Writes('Propose a project with its business case', { created: true })
  async propose(
    @Asked() asked: Request,
    @Param('portfolioId', IdParam) portfolioId: string,
    @Body() body: BusinessCaseRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new ProposeProjectCommand(asked, { portfolioId, ...body })),
      (id) => `/api/v1/projects/${id}`,
    );
  }

  @Get('portfolios/:portfolioId/projects')
  @Does('read')
  @ReadsAnswer('Projects of a portfolio')
  list(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: ProjectListRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { status, department } = query;
    return this.answers.list(reply, query, portfolioId, (reading) =>
      this.queries.execute(
        new ListProjectsQuery(reading, {
          portfolioId,
          ...(status ? { status } : {}),
          ...(department ? { department } : {}),
        }),
      ),
    );
  }

  @Get('projects/:projectId')
  @Does('read')
  @ReadsAnswer('One project: its case, its last report, what stands of its reports, its state')
  async one(
    @Param('projectId', IdParam) id: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolio = await this.portfolioOf.project(id, query.after);
    return this.answers.one(
      reply,
      query,
      portfolio,
      (reading) => this.queries.execute(new FindProjectQuery(reading, id)),
      { category: 'project', id },
    );
  }

  @Get('projects/:projectId/history')
  @Does('read')
  @ReadsAnswer('What happened to a project, event by event')
  async history(
    @Param('projectId', IdParam) id: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolio = await this.portfolioOf.project(id, query.after);
    return this.answers.one(reply, query, portfolio, async (reading) => {
      const known = await this.queries.execute(new FindProjectQuery(reading, id));
      if ('refusal' in known) return known;
      const entries = await this.traces.upTo(reading, { category: 'project', id });
      return { id, name: known.name, entries };
    });
  }

  @Get('projects/:projectId/revisions')
  @Does('read')
  @ReadsAnswer('Revisions of a business case, each with what it says otherwise than the one before')
  async revisions(
    @Param('projectId', IdParam) id: string,
    @Query() query: ListRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolio = await this.portfolioOf.project(id, query.after);
    return this.answers.list(reply, query, portfolio, (reading) =>
      this.queries.execute(new ListRevisionsQuery(reading, id)),
    );
  }

  @Put('projects/:projectId/business-case')
  @Does('revise-business-case')
  @Writes('Revise the business case of a proposal, or of work that is authorised or held')
  async revise(
    @Asked() asked: Request,
    @Param('projectId', IdParam) projectId: string,
    @Body() body: BusinessCaseRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new ReviseBusinessCaseCommand(asked, { projectId, ...body })),
    );
  }

  @Post('projects/:projectId/withdrawal')
  @Does('withdraw-proposal')
  @Writes('Withdraw a proposal')
  async withdraw(
    @Asked() asked: Request,
    @Param('projectId', IdParam) projectId: string,
    @Body() body: WithdrawalRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new WithdrawProposalCommand(asked, { projectId, ...body })),
    );
  }
}
