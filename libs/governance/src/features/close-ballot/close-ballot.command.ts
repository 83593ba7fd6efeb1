import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { MotionRefusal } from '../../domain/motion';

export type CloseBallotData = Readonly<{ motionId: string }>;

/** Ends the voting and counts. */
export class CloseBallotCommand extends Command<Receipt | Refused<MotionRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: CloseBallotData,
  ) {
    super();
  }
}
