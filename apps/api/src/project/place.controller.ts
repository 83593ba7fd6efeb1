import { ApiTags, PlaceRequest } from '@docket/contracts';
import type { Request } from '@docket/kernel';
import { PlaceProjectCommand } from '@docket/project';
import { Body, Controller, Param, Put, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { Asked } from '../http/asked';
import { IdParam } from '../http/id-param';
import { answerWrite, type WriteReceipt } from '../http/receipt';
import { Writes } from '../openapi/operation.decorators';

@ApiTags('Projects')
@Controller('api/v1/projects/:projectId/place')
export class PlaceController {
  constructor(private readonly commands: CommandBus) {}

  @Put()
  @Does('place-project')
  @Writes('Put a project into a sub-portfolio or programme, or back into the portfolio itself')
  async place(
    @Asked() asked: Request,
    @Param('projectId', IdParam) projectId: string,
    @Body() body: PlaceRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteReceipt> {
    const command = new PlaceProjectCommand(asked, { projectId, ...body });
    return answerWrite(reply, await this.commands.execute(command));
  }
}
