import {
  AssessCommand,
  Assessment,
  AssessmentHistoryQuery,
  assessmentIdOf,
  PortfolioAssessmentsQuery,
  ProjectAssessmentsQuery,
  WithdrawAssessmentCommand,
} from '@docket/assessment';
import {
  ApiTags,
  AssessmentsRequest,
  AssessRequest,
  ReadRequest,
  WithdrawAssessmentRequest,
} from '@docket/contracts';
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
import { ReadsAnswer, Writes } from '../openapi/operation.decorators';

@ApiTags('Assessments')
@Controller('api/v1')
export class AssessmentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly keys: CreationKeys,
    private readonly portfolioOf: PortfolioOf,
  ) {}

  @Post('projects/:projectId/assessments')
  @Does('assess')
  @Writes('Assess a project by a scoring model, or revise what one gave before: all ratings anew')
  async assess(
    @Asked() asked: Request,
    @Param('projectId', IdParam) projectId: string,
    @Body() body: AssessRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    const id = assessmentIdOf({ projectId, modelId: body.modelId, assessor: asked.actor });
    const assess = () => this.commands.execute(new AssessCommand(asked, { projectId, ...body }));
    return answerWrite(reply, await this.keys.once(asked, Assessment.category, id, assess));
  }

  @Post('assessments/:assessmentId/withdrawal')
  @Does('withdraw-assessment')
  @Writes('Withdraw an assessment: its ratings are missing from then on')
  async withdraw(
    @Asked() asked: Request,
    @Param('assessmentId', IdParam) assessmentId: string,
    @Body() body: WithdrawAssessmentRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new WithdrawAssessmentCommand(asked, { assessmentId, ...body })),
    );
  }

  @Get('projects/:projectId/assessments')
  @Does('read')
  @ReadsAnswer('Who assessed a project and why so; mean, spread and agreement of all')
  async ofProject(
    @Param('projectId', IdParam) projectId: string,
    @Query() query: AssessmentsRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolio = await this.portfolioOf.project(projectId, query.after);
    const asked = { projectId, ...(query.model ? { model: query.model } : {}) };
    return this.answers.one(reply, query, portfolio, (reading) =>
      this.queries.execute(new ProjectAssessmentsQuery(reading, asked)),
    );
  }

  @Get('projects/:projectId/assessments/history')
  @Does('read')
  @ReadsAnswer('Who gave, revised and withdrew which assessment of a project, with reasons and events')
  async historyOfProject(
    @Param('projectId', IdParam) projectId: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolio = await this.portfolioOf.project(projectId, query.after);
    return this.answers.one(reply, query, portfolio, (reading) =>
      this.queries.execute(new AssessmentHistoryQuery(reading, { projectId })),
    );
  }

  @Get('portfolios/:portfolioId/assessments')
  @Does('read')
  @ReadsAnswer('Who has assessed what in a portfolio, and how far they agree on each criterion')
  ofPortfolio(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: AssessmentsRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = { portfolioId, ...(query.model ? { model: query.model } : {}) };
    return this.answers.one(reply, query, portfolioId, (reading) =>
      this.queries.execute(new PortfolioAssessmentsQuery(reading, asked)),
    );
  }
}
