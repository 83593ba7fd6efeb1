import {
  SYSTEM,
  type Leader,
  type Leaders,
  type ProjectionStatus,
  type ReactionsStatus,
  type System,
} from '@docket/host';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@docket/contracts';
import type { FastifyReply } from 'fastify';
import { Does } from '../door/does.decorator';
import { Says } from '../openapi/operation.decorators';
import { Readiness } from './readiness';

/** How far behind the read model may be while it counts as ready; beyond, no worker is projecting, or none keeps up. */
const MOST_LAG_S = 30;

const behindBy = ({ state, lag }: ProjectionStatus): string | undefined => {
  if ((state === 'live' || state === 'elsewhere') && lag.seconds <= MOST_LAG_S) return undefined;
  const question = state === 'elsewhere' ? ': is a worker running?' : '';
  return `projections (${state}, ${lag.seconds} s behind${question})`;
};

const failedBy = ({ state }: ReactionsStatus): string | undefined =>
  state === 'failed' ? 'reactions (failed; begun anew every minute)' : undefined;

/** After a leader that is gone another one follows within seconds; a longer silence means that no worker runs. */
const MOST_SILENCE_S = 30;

const unledBy = (what: string, { process, silentSeconds, resignedFor }: Leader): string | undefined => {
  const isFollowed = silentSeconds !== null && silentSeconds <= MOST_SILENCE_S && resignedFor === undefined;
  if (process !== null || isFollowed) return undefined;
  const why = resignedFor === undefined ? 'is a worker running?' : resignedFor;
  return `${what} (led by no process${silentSeconds === null ? '' : ` for ${silentSeconds} s`}: ${why})`;
};

const leaderlessBy = ({ projections, reactions }: Leaders): string | undefined =>
  unledBy('projections', projections) ?? unledBy('reactions', reactions);

@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(
    @Inject(SYSTEM) private readonly system: System,
    private readonly readiness: Readiness,
  ) {}

  @Get('live')
  @Does('read')
  @Says('The process answers')
  live() {
    return { status: 'live' };
  }

  @Get('ready')
  @Does('read')
  @Says(
    'It can do its work: how far the read model is behind the log, in events (1000 with `atLeast` where there are more) and seconds, and in the server profile which process leads; 503 while it is not',
  )
  @ApiResponse({
    status: 503,
    description: 'Not ready: `waitingFor` says for what.',
    content: { 'application/json': { schema: { type: 'object' } } },
  })
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const projection = await this.system.projection();
    const reactions = this.system.reactions();
    const jobs = await this.system.jobs();
    const leaders = await this.system.leaders();
    const waitingFor =
      this.readiness.waitingFor ??
      behindBy(projection) ??
      (reactions && failedBy(reactions)) ??
      (leaders && leaderlessBy(leaders));
    if (waitingFor !== undefined) void reply.code(503);
    return {
      status: waitingFor === undefined ? 'ready' : 'not-ready',
      ...(waitingFor === undefined ? {} : { waitingFor }),
      projection,
      ...(reactions ? { reactions } : {}),
      jobs,
      ...(leaders ? { leaders } : {}),
    };
  }
}
