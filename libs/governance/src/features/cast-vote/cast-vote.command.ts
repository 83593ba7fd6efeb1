import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { Choice, MotionRefusal } from '../../domain/motion';

export type CastVoteData = Readonly<{ motionId: string; choice: Choice; reason: string }>;

/** Casts the vote of the person who asks, or changes it. */
export class CastVoteCommand extends Command<Receipt | Refused<MotionRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: CastVoteData,
  ) {
    super();
  }
}
