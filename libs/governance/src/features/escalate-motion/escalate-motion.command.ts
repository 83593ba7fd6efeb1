import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { MotionRefusal } from '../../domain/motion';

/** `bodyId` where it is for a body that nobody has limited, and left out where a grant says who comes next. */
export type EscalateMotionData = Readonly<{ motionId: string; reason: string; bodyId?: string }>;

/** Passes a motion on to the body that may decide it. */
export class EscalateMotionCommand extends Command<Receipt | Refused<MotionRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: EscalateMotionData,
  ) {
    super();
  }
}
