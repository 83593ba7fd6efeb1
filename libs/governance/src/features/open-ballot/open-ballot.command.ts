import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { Instant } from '@docket/kernel';
import type { MotionRefusal } from '../../domain/motion';

export type OpenBallotData = Readonly<{ motionId: string; closesAt?: Instant }>;

/** Fixes the electorate and the rules of a motion and lets the seats vote. */
export class OpenBallotCommand extends Command<Receipt | Refused<MotionRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: OpenBallotData,
  ) {
    super();
  }
}
