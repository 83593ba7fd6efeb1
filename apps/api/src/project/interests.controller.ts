import { ApiTags, InterestEndRequest, InterestListRequest, InterestRequest } from '@docket/contracts';
import type { Request } from '@docket/kernel';
import { DeclareInterestCommand, ListInterestsQuery, WithdrawInterestCommand } from '@docket/project';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { PersonParam } from '../governance/person-param';
import { Answers } from '../http/answers';
import { Asked } from '../http/asked';
import { IdParam } from '../http/id-param';
import { answerWrite, type WriteReceipt } from '../http/receipt';
import { ReadsAnswer, Writes } from '../openapi/operation.decorators';

@ApiTags('Interests')
@Controller('api/v1')
export class InterestsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly answers: Answers,
  ) {}

  @Post('projects/:projectId/interests')
  @Does('declare-interest')
  @Writes('Declare an interest in a project: who has one neither assesses it nor votes on it')
  async declare(
    @Asked() asked: Request,
    @Param('projectId', IdParam) projectId: string,
    @Body() { personId = asked.actor, ...body }: InterestRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new DeclareInterestCommand(asked, { projectId, personId, ...body })),
    );
  }

  @Post('projects/:projectId/interests/:personId/withdrawal')
  @Does('withdraw-interest')
  @Writes('Withdraw an interest that has ended, while no motion is open on the project')
  async withdraw(
    @Asked() asked: Request,
    @Param('projectId', IdParam) projectId: string,
    @Param('personId', PersonParam) personId: string,
    @Body() body: InterestEndRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new WithdrawInterestCommand(asked, { projectId, personId, ...body })),
    );
  }

  @Get('portfolios/:portfolioId/interests')
  @Does('read')
  @ReadsAnswer('The register of interests of a portfolio, those that have ended included')
  list(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: InterestListRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { person } = query;
    return this.answers.list(reply, query, portfolioId, (reading) =>
      this.queries.execute(
        new ListInterestsQuery(reading, { portfolioId, ...(person === undefined ? {} : { person }) }),
      ),
    );
  }
}
