import { ApiTags, ListRequest, OpenPortfolioRequest, ReadRequest } from '@docket/contracts';
import type { Reading, Request } from '@docket/kernel';
import {
  FindPortfolioQuery,
  ListPortfoliosQuery,
  OpenPortfolioCommand,
  Portfolio,
  portfolioIdOf,
} from '@docket/portfolio';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { Answers } from '../http/answers';
import { Asked } from '../http/asked';
import { CreationKeys } from '../http/creation-keys';
import { IdParam } from '../http/id-param';
import { answerWrite, type WriteReceipt } from '../http/receipt';
import { ReadsAnswer, Writes } from '../openapi/operation.decorators';
import { Problem } from '../problems/problem';

@ApiTags('Portfolios')
@Controller('api/v1/portfolios')
export class PortfoliosController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly keys: CreationKeys,
  ) {}

  @Post()
  @Does('open-portfolio')
  @Writes('Open a portfolio', { created: true })
  async open(
    @Asked() asked: Request,
    @Body() body: OpenPortfolioRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    const open = () => this.commands.execute(new OpenPortfolioCommand(asked, body));
    const opened = await this.keys.once(asked, Portfolio.category, portfolioIdOf(body.name), open);
    return answerWrite(reply, opened, (id) => `/api/v1/portfolios/${id}`);
  }

  @Get()
  @Does('read')
  @ReadsAnswer('Portfolios')
  list(@Query() query: ListRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answers.list(reply, query, undefined, (reading) =>
      this.queries.execute(new ListPortfoliosQuery(reading)),
    );
  }

  @Get(':portfolioId')
  @Does('read')
  @ReadsAnswer('One portfolio')
  one(
    @Param('portfolioId', IdParam) id: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const question = async (reading: Reading) => {
      const portfolio = await this.queries.execute(new FindPortfolioQuery(reading, id));
      if (!portfolio)
        throw new Problem(
          'portfolio-not-known-then',
          `Portfolio ${id} was not known as of ${reading.cut.at}.`,
        );
      return { portfolio };
    };
    return this.answers.one(reply, query, id, question, { category: Portfolio.category, id });
  }
}
