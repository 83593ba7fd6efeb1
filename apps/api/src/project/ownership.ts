import { reachOf, type Operation } from '@docket/identity';
import { SYSTEM, type System } from '@docket/host';
import { loadState } from '@docket/kernel';
import { Project } from '@docket/project';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem';

/** A right to one's own projects only: those one proposes, sponsors or manages, as their streams say now. */
@Injectable()
export class Ownership {
  constructor(@Inject(SYSTEM) private readonly system: System) {}

  /** @throws Problem `not-yours` */
  async require({ caller }: FastifyRequest, operation: Operation, projectId: string): Promise<void> {
    if (!caller || reachOf(caller.person.roles, operation) === 'anything') return;
    const state = await loadState(this.system.runtime, Project, projectId);
    const mine =
      state.status !== 'absent' && [state.proposer, state.sponsor, state.manager].includes(caller.person.id);
    if (state.status !== 'absent' && !mine)
      throw new Problem(
        'not-yours',
        `${caller.person.id} neither proposed nor sponsors nor manages this project; only they or the PMO may ${operation}.`,
      );
  }
}
