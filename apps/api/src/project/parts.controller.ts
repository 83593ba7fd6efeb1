import { ApiTags, PartDeclineRequest, PartTakeUpRequest } from '@docket/contracts';
import type { Request } from '@docket/kernel';
import { DeclinePartCommand, TakeUpPartCommand } from '@docket/project';
import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { Asked } from '../http/asked';
import { IdParam } from '../http/id-param';
import { answerWrite, type WriteReceipt } from '../http/receipt';
import { Writes } from '../openapi/operation.decorators';

@ApiTags('Projects')
@Controller('api/v1/projects/:projectId/parts')
export class PartsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('decline')
  @Does('decline-part')
  @Writes('Decline the part you are named for: you may then assess and vote')
  async decline(
    @Asked() asked: Request,
    @Param('projectId', IdParam) projectId: string,
    @Body() body: PartDeclineRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new DeclinePartCommand(asked, { projectId, ...body })),
    );
  }

  @Post('take-up')
  @Does('take-up-part')
  @Writes('Take up the part you declined')
  async takeUp(
    @Asked() asked: Request,
    @Param('projectId', IdParam) projectId: string,
    @Body() body: PartTakeUpRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new TakeUpPartCommand(asked, { projectId, ...body })),
    );
  }
}
