import { FundingLineQuery } from '@docket/assessment';
import { ApiTags, FundingLineRequest } from '@docket/contracts';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { Answers } from '../http/answers';
import { IdParam } from '../http/id-param';
import { ReadsAnswer } from '../openapi/operation.decorators';
import { askedBy, lineOf } from './asked-by';

@ApiTags('Ranking')
@Controller('api/v1/portfolios/:portfolioId/funding-line')
export class FundingLineController {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
  ) {}

  @Get()
  @Does('read')
  @ReadsAnswer(
    'Who stands above the funding line under a budget: must-haves first, then by rank, by the rule named',
  )
  line(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: FundingLineRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answers.one(reply, query, portfolioId, (reading) =>
      this.queries.execute(
        new FundingLineQuery(reading, { ...askedBy({ portfolioId }, query), ...lineOf(query) }),
      ),
    );
  }
}
