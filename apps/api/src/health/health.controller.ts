import { SYSTEM, type System } from '@docket/host';
import { LeasesUnavailable, ReadModelUnavailable, StoreUnavailable } from '@docket/kernel';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@docket/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Does } from '../door/does.decorator';
import { Says } from '../openapi/operation.decorators';
import { Outages } from '../problems/outages';
import { Readiness } from './readiness';
import { unansweredIn, waitingFor, whyUnread, type Standing } from './waiting-for';

const NO_ANSWER = 'It did not answer when readiness was asked for.';
const UNSEEN =
  'a part that failed when readiness was asked for: the log of the server says which, and with what';

const leadersSeen = async (
  system: Pick<System, 'leaders'>,
): Promise<Pick<Standing, 'leaders' | 'reason'>> => {
  try {
    return { leaders: await system.leaders() };
  } catch (error) {
    if (error instanceof LeasesUnavailable) return { leaders: 'unanswered', reason: error.reason };
    throw error;
  }
};

@ApiTags('Health')
@Controller('health')
export class HealthController {
  /** What readiness could not be told for, when it was last asked. */
  private failure: string | undefined;

  constructor(
    @Inject(SYSTEM) private readonly system: System,
    private readonly readiness: Readiness,
    private readonly outages: Outages,
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
    'It can do its work: how far the read model is behind the log, in events (1000 with `atLeast` where there are more) and seconds, and in the server profile which process leads; 503 while it is not. What does not answer is waited for no longer than a second',
  )
  @ApiResponse({
    status: 503,
    description:
      'Not ready: `waitingFor` says for what. What a server that does not answer would have told is null or left out.',
    content: { 'application/json': { schema: { type: 'object' } } },
  })
  async ready(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const { system } = this;
    const standing = await this.standing(request);
    if (!standing) {
      void reply.code(503);
      return { status: 'not-ready', waitingFor: UNSEEN };
    }
    const { projection, jobs, leaders, reactions } = standing;
    this.note(standing, request);
    const waiting =
      this.readiness.waitingFor ?? waitingFor(standing, system.settings.profile.kind === 'server');
    if (waiting !== undefined) void reply.code(503);
    return {
      status: waiting === undefined ? 'ready' : 'not-ready',
      ...(waiting === undefined ? {} : { waitingFor: waiting }),
      projection,
      ...(reactions ? { reactions } : {}),
      jobs,
      ...(leaders && leaders !== 'unanswered' ? { leaders } : {}),
    };
  }

  /** How everything stands; `undefined` where a part failed in a way that it does not know of: in the log once, however often it is asked. */
  private async standing({ log }: FastifyRequest): Promise<Standing | undefined> {
    const { system } = this;
    try {
      const [projection, jobs, seen] = await Promise.all([
        system.projection(),
        system.jobs(),
        leadersSeen(system),
      ]);
      this.failure = undefined;
      return { projection, jobs, ...seen, reactions: system.reactions() };
    } catch (error) {
      const failure = String(error);
      if (failure !== this.failure) log.error({ err: error }, 'readiness cannot be told');
      this.failure = failure;
      return undefined;
    }
  }

  /** An outage is in the log of the server, also where nobody but a probe meets it. */
  private note(standing: Standing, { log }: FastifyRequest): void {
    const unanswered = unansweredIn(standing);
    if (unanswered.includes('read-model'))
      this.outages.note(
        'read-model-unavailable',
        new ReadModelUnavailable(whyUnread(standing) ?? NO_ANSWER),
        log,
      );
    if (unanswered.includes('event-store'))
      this.outages.note('store-unavailable', new StoreUnavailable(NO_ANSWER), log);
  }
}
