import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { GateSetRefusal, PublishGates } from '../../domain/gate-set';

/** Publishes the gates of a kind of component, all of them: the next version, which counts from now on. */
export class PublishGatesCommand extends Command<Receipt | Refused<GateSetRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<PublishGates['data'], 'portfolio'>,
  ) {
    super();
  }
}
