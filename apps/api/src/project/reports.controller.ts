import {
  ApiTags,
  ListRequest,
  ReadRequest,
  ReportCorrectionRequest,
  StatusReportRequest,
} from '@docket/contracts';
import type { Request } from '@docket/kernel';
import {
  CorrectReportCommand,
  FindEarnedValueQuery,
  FindReportQuery,
  ListReportsQuery,
  ReportStatusCommand,
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
import { DayParam } from './day-param';

@ApiTags('Status reports')
@Controller('api/v1/projects/:projectId')
export class ReportsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly portfolioOf: PortfolioOf,
  ) {}

  @Post('reports')
  @Does('report-status')
  @Writes('Report the status of a project')
  async report(
    @Asked() asked: Request,
    @Param('projectId', IdParam) projectId: string,
    @Body() body: StatusReportRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new ReportStatusCommand(asked, { projectId, ...body })),
    );
  }

  @Put('reports/:day')
  @Does('correct-report')
  @Writes('Correct the report of a day; its former value stays readable')
  async correct(
    @Asked() asked: Request,
    @Param('projectId', IdParam) projectId: string,
    @Param('day', DayParam) reportedFor: string,
    @Body() body: ReportCorrectionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new CorrectReportCommand(asked, { projectId, reportedFor, ...body })),
    );
  }

  @Get('reports')
  @Does('read')
  @ReadsAnswer('Status reports of a project, each with what it said before it was corrected')
  async list(
    @Param('projectId', IdParam) id: string,
    @Query() query: ListRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolio = await this.portfolioOf.project(id, query.after);
    return this.answers.list(reply, query, portfolio, (reading) =>
      this.queries.execute(new ListReportsQuery(reading, id)),
    );
  }

  @Get('reports/:day')
  @Does('read')
  @ReadsAnswer('The status report of a project for one day')
  async one(
    @Param('projectId', IdParam) id: string,
    @Param('day', DayParam) day: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolio = await this.portfolioOf.project(id, query.after);
    return this.answers.one(reply, query, portfolio, (reading) =>
      this.queries.execute(new FindReportQuery(reading, id, day)),
    );
  }

  @Get('earned-value')
  @Does('read')
  @ReadsAnswer(
    'Earned value, forecasts and quality of a project as its reports stand; the values are those of one report',
  )
  async earnedValue(
    @Param('projectId', IdParam) id: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolio = await this.portfolioOf.project(id, query.after);
    return this.answers.one(reply, query, portfolio, (reading) =>
      this.queries.execute(new FindEarnedValueQuery(reading, id)),
    );
  }
}
