import { ApiParam, ApiTags } from '@docket/contracts';
import { SYSTEM, type System } from '@docket/host';
import type { DeadJob, JobCounts } from '@docket/kernel';
import { Controller, Delete, Get, Inject, Param, Post } from '@nestjs/common';
import { Does } from '../door/does.decorator';
import { TakesNoBody } from '../http/nothing-more';
import { Says } from '../openapi/operation.decorators';
import { Problem } from '../problems/problem';
import { JobParam } from './job-param';

/** How the jobs stand, and which were given up. */
export type JobsAnswer = Readonly<{
  kinds: readonly (Readonly<{ kind: string }> & JobCounts)[];
  dead: readonly DeadJob[];
}>;

const KIND = {
  name: 'kind',
  description: 'What is to be done, as the list names it.',
  schema: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,59}$' },
  example: 'close-ballot',
};
const ID = {
  name: 'id',
  description: 'Names the job within its kind, as the list names it; percent-encoded where it must be.',
  schema: { type: 'string', maxLength: 200 },
  example: 'motion-7',
};

/** Who may not, and a queue that is away. */
const ALSO = [403, 503] as const;

const notDead = (kind: string, id: string): Problem =>
  new Problem(
    'job-not-dead',
    `There is no dead job ${kind} "${id}": it was done, requeued or discarded meanwhile, or is still tried. GET /api/v1/operator/jobs lists the dead ones.`,
  );

/** What an operator sees of the job queue, and does about jobs that were given up. */
@ApiTags('Operation')
@Controller('api/v1/operator/jobs')
export class JobsController {
  constructor(@Inject(SYSTEM) private readonly system: System) {}

  @Get()
  @Does('look-at-jobs')
  @Says('How many jobs stand how, by kind, and those that were given up, latest first', { also: ALSO })
  async jobs(): Promise<JobsAnswer> {
    const { jobs } = this.system.adapters;
    const counts = Object.entries(await jobs.counts());
    return { kinds: counts.map(([kind, count]) => ({ kind, ...count })), dead: await jobs.dead() };
  }

  @Post(':kind/:id/requeue')
  @Does('requeue-job')
  @TakesNoBody()
  @ApiParam(KIND)
  @ApiParam(ID)
  @Says('Give a dead job all its attempts again', { status: 204, also: ALSO })
  async requeue(@Param('kind', JobParam) kind: string, @Param('id', JobParam) id: string): Promise<void> {
    if (!(await this.system.adapters.jobs.requeue(kind, id))) throw notDead(kind, id);
  }

  @Delete(':kind/:id')
  @Does('discard-job')
  @TakesNoBody()
  @ApiParam(KIND)
  @ApiParam(ID)
  @Says('Forget a dead job', { status: 204, also: ALSO })
  async discard(@Param('kind', JobParam) kind: string, @Param('id', JobParam) id: string): Promise<void> {
    if (!(await this.system.adapters.jobs.discard(kind, id))) throw notDead(kind, id);
  }
}
