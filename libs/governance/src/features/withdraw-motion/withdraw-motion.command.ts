import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { MotionRefusal } from '../../domain/motion';

export type WithdrawMotionData = Readonly<{ motionId: string; reason: string }>;

/** Withdraws a motion before its ballot opens, or takes a carried one back before its decision is recorded; its project is released. */
export class WithdrawMotionCommand extends Command<Receipt | Refused<MotionRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: WithdrawMotionData,
  ) {
    super();
  }
}
