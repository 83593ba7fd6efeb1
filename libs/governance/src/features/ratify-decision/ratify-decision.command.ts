import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { MotionRefusal } from '../../domain/motion';

/** Lets a decision under a grant stand before the time to call it in has ended. */
export class RatifyDecisionCommand extends Command<Receipt | Refused<MotionRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Readonly<{ motionId: string; reason: string }>,
  ) {
    super();
  }
}
