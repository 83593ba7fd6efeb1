import { ExplainQuery, RankingQuery } from '@docket/assessment';
import { ApiTags, RankingRequest } from '@docket/contracts';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { Answers } from '../http/answers';
import { toColumns } from '../http/columns';
import { IdParam } from '../http/id-param';
import { ReadsAnswer } from '../openapi/operation.decorators';

@ApiTags('Ranking')
@Controller('api/v1/portfolios/:portfolioId/ranking')
export class RankingController {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
  ) {}

  @Get()
  @Does('read')
  @ReadsAnswer('The ranked portfolio: score, tie-break path, coverage and the contribution of each criterion')
  ranking(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: RankingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answers.one<object>(reply, query, portfolioId, async (reading) => {
      const asked = { portfolioId, ...(query.model ? { model: query.model } : {}) };
      const answer = await this.queries.execute(new RankingQuery(reading, asked));
      return query.form === 'columns' && 'rows' in answer ? { ...answer, ...toColumns(answer.rows) } : answer;
    });
  }

  @Get(':projectId')
  @Does('read')
  @ReadsAnswer(
    'Why a project stands where it stands: each criterion with its value, its anchor and the event it came from',
  )
  explain(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Param('projectId', IdParam) projectId: string,
    @Query() query: RankingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answers.one(reply, query, portfolioId, (reading) => {
      const asked = { portfolioId, projectId, ...(query.model ? { model: query.model } : {}) };
      return this.queries.execute(new ExplainQuery(reading, asked));
    });
  }
}
