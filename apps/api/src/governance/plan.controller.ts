import { ApiTags, ListRequest } from '@docket/contracts';
import { ListPlanQuery } from '@docket/governance';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { Answers } from '../http/answers';
import { IdParam } from '../http/id-param';
import { ReadsAnswer } from '../openapi/operation.decorators';

@ApiTags('Plan of record')
@Controller('api/v1')
export class PlanController {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
  ) {}

  @Get('portfolios/:portfolioId/plan-of-record')
  @Does('read')
  @ReadsAnswer('The plan of record: what is authorised or held, its baseline, and the decision it rests on')
  list(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: ListRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answers.list(reply, query, portfolioId, (reading) =>
      this.queries.execute(new ListPlanQuery(reading, { portfolioId })),
    );
  }
}
