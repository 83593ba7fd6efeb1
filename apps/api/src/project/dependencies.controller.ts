import { ApiTags, DependencyRemovalRequest, DependencyRequest, ListRequest } from '@docket/contracts';
import type { Request } from '@docket/kernel';
import {
  DeclareDependencyCommand,
  ListDependenciesQuery,
  ListProjectDependenciesQuery,
  RemoveDependencyCommand,
} from '@docket/project';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { Answers } from '../http/answers';
import { Asked } from '../http/asked';
import { IdParam } from '../http/id-param';
import { PortfolioOf } from '../http/portfolio-of';
import { answerWrite, type WriteReceipt } from '../http/receipt';
import { ReadsAnswer, Writes } from '../openapi/operation.decorators';

@ApiTags('Dependencies')
@Controller('api/v1')
export class DependenciesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly portfolioOf: PortfolioOf,
  ) {}

  @Post('portfolios/:portfolioId/dependencies')
  @Does('declare-dependency')
  @Writes('Declare that a project depends on another', { created: true })
  async declare(
    @Asked() asked: Request,
    @Param('portfolioId', IdParam) portfolioId: string,
    @Body() body: DependencyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new DeclareDependencyCommand(asked, { portfolioId, ...body })),
      () => `/api/v1/portfolios/${portfolioId}/dependencies`,
    );
  }

  @Post('portfolios/:portfolioId/dependencies/:dependencyId/removal')
  @Does('remove-dependency')
  @Writes('Take a dependency back')
  async remove(
    @Asked() asked: Request,
    @Param('portfolioId', IdParam) portfolioId: string,
    @Param('dependencyId', IdParam) dependencyId: string,
    @Body() body: DependencyRemovalRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(
        new RemoveDependencyCommand(asked, { portfolioId, dependencyId, reason: body.reason }),
      ),
    );
  }

  @Get('portfolios/:portfolioId/dependencies')
  @Does('read')
  @ReadsAnswer('Dependencies between the projects of a portfolio')
  list(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: ListRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answers.list(reply, query, portfolioId, (reading) =>
      this.queries.execute(new ListDependenciesQuery(reading, portfolioId)),
    );
  }

  @Get('projects/:projectId/dependencies')
  @Does('read')
  @ReadsAnswer('Dependencies of a project, in both directions')
  async ofProject(
    @Param('projectId', IdParam) id: string,
    @Query() query: ListRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const portfolio = await this.portfolioOf.project(id, query.after);
    return this.answers.list(reply, query, portfolio, (reading) =>
      this.queries.execute(new ListProjectDependenciesQuery(reading, id)),
    );
  }
}
