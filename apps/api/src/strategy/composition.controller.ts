import {
  AddNodeRequest,
  ApiTags,
  CloseNodeRequest,
  MoveNodeRequest,
  ReadRequest,
  RenameNodeRequest,
} from '@docket/contracts';
import type { Request } from '@docket/kernel';
import {
  AddNodeCommand,
  CloseNodeCommand,
  Composition,
  compositionIdOf,
  CompositionQuery,
  MoveNodeCommand,
  RenameNodeCommand,
} from '@docket/portfolio';
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

@ApiTags('Composition')
@Controller('api/v1/portfolios/:portfolioId')
export class CompositionController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly traces: Traces,
  ) {}

  @Get('composition')
  @Does('read')
  @ReadsAnswer('The tree of sub-portfolios and programmes of a portfolio')
  composition(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answers.one(reply, query, portfolioId, (reading) =>
      this.queries.execute(new CompositionQuery(reading, { portfolioId })),
    );
  }

  @Get('composition/history')
  @Does('read')
  @ReadsAnswer('What happened to the composition of a portfolio, event by event')
  history(
    @Param('portfolioId', IdParam) portfolioId: string,
    @Query() query: ReadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const traced = { category: Composition.category, id: compositionIdOf(portfolioId) };
    return this.answers.one(reply, query, portfolioId, async (reading) => ({
      portfolioId,
      entries: await this.traces.upTo(reading, traced),
    }));
  }

  @Post('nodes')
  @Does('add-node')
  @Writes('Add a sub-portfolio or a programme', { created: true })
  async add(
    @Asked() asked: Request,
    @Param('portfolioId', IdParam) portfolioId: string,
    @Body() body: AddNodeRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new AddNodeCommand(asked, { portfolioId, ...body })),
      () => `/api/v1/portfolios/${portfolioId}/composition`,
    );
  }

  @Put('nodes/:nodeId/name')
  @Does('rename-node')
  @Writes('Give a sub-portfolio or programme another name')
  async rename(
    @Asked() asked: Request,
    @Param('portfolioId', IdParam) portfolioId: string,
    @Param('nodeId', IdParam) nodeId: string,
    @Body() body: RenameNodeRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    const command = new RenameNodeCommand(asked, { portfolioId, nodeId, ...body });
    return answerWrite(reply, await this.commands.execute(command));
  }

  @Put('nodes/:nodeId/place')
  @Does('move-node')
  @Writes('Put a sub-portfolio or programme, with all that stands in it, into another place')
  async move(
    @Asked() asked: Request,
    @Param('portfolioId', IdParam) portfolioId: string,
    @Param('nodeId', IdParam) nodeId: string,
    @Body() body: MoveNodeRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    const command = new MoveNodeCommand(asked, { portfolioId, nodeId, ...body });
    return answerWrite(reply, await this.commands.execute(command));
  }

  @Post('nodes/:nodeId/closure')
  @Does('close-node')
  @Writes('Close a sub-portfolio or programme in which nothing stands any more')
  async close(
    @Asked() asked: Request,
    @Param('portfolioId', IdParam) portfolioId: string,
    @Param('nodeId', IdParam) nodeId: string,
    @Body() body: CloseNodeRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    const command = new CloseNodeCommand(asked, { portfolioId, nodeId, ...body });
    return answerWrite(reply, await this.commands.execute(command));
  }
}
