import { SYSTEM, type System } from '@docket/host';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { Readiness } from './readiness';

@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(
    @Inject(SYSTEM) private readonly system: System,
    private readonly readiness: Readiness,
  ) {}

  @Get('live')
  @Does('read')
  @ApiOperation({ summary: 'The process answers' })
  live() {
    return { status: 'live' };
  }

  @Get('ready')
  @Does('read')
  @ApiOperation({
    summary:
      'It can do its work: how far the read model is behind the log, in events and seconds; 503 while it is not',
  })
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const projection = await this.system.projection();
    const waitingFor =
      this.readiness.waitingFor ??
      (projection.state === 'live' ? undefined : `projections (${projection.state})`);
    if (waitingFor !== undefined) void reply.code(503);
    return {
      status: waitingFor === undefined ? 'ready' : 'not-ready',
      ...(waitingFor === undefined ? {} : { waitingFor }),
      projection,
    };
  }
}
