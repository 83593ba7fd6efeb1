import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { MotionRefusal } from '../../domain/motion';

/** Calls in what was decided under a grant of a body: it does not stand until that body has decided. */
export class CallInDecisionCommand extends Command<Receipt | Refused<MotionRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Readonly<{ motionId: string; reason: string }>,
  ) {
    super();
  }
}
