import { ApiTags, ReadRequest } from '@docket/contracts';
import { RollUpQuery } from '@docket/project';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { Answers } from '../http/answers';
import { IdParam } from '../http/id-param';
import { ReadsAnswer } from '../openapi/operation.decorators';

@ApiTags('Composition')
@Controller('api/v1/portfolios/:portfolioId/roll-up')
export class RollUpController {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
  ) {}

  @Get()
  @Does('read')
  @ReadsAnswer('What the projects of a portfolio, and of each sub-portfolio and programme, come to')
  rollUp(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answers.one(reply, query, portfolioId, (reading) =>
      this.queries.execute(new RollUpQuery(reading, { portfolioId })),
    );
  }
}
