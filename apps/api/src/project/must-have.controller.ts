import { ApiTags, MustHaveEndRequest, MustHaveRequest } from '@docket/contracts';
import type { Request } from '@docket/kernel';
import { LiftMustHaveCommand, MarkMustHaveCommand } from '@docket/project';
import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { Asked } from '../http/asked';
import { IdParam } from '../http/id-param';
import { answerWrite, type WriteReceipt } from '../http/receipt';
import { Writes } from '../openapi/operation.decorators';

@ApiTags('Projects')
@Controller('api/v1/projects/:projectId/must-have')
export class MustHaveController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Does('mark-must-have')
  @Writes('Mark a must-have: it stands above every funding line')
  async mark(
    @Asked() asked: Request,
    @Param('projectId', IdParam) projectId: string,
    @Body() body: MustHaveRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new MarkMustHaveCommand(asked, { projectId, ...body })),
    );
  }

  @Post('end')
  @Does('lift-must-have')
  @Writes('Lift a must-have: it competes for its place again')
  async lift(
    @Asked() asked: Request,
    @Param('projectId', IdParam) projectId: string,
    @Body() body: MustHaveEndRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    return answerWrite(
      reply,
      await this.commands.execute(new LiftMustHaveCommand(asked, { projectId, ...body })),
    );
  }
}
