import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { MotionRefusal, StatedCondition } from '../../domain/motion';

/** `conditions` where the motion asks for a conditional go, and nowhere else. */
export type RecordDecisionData = Readonly<{
  motionId: string;
  rationale: string;
  conditions?: readonly StatedCondition[];
}>;

/** Records what the body decided on a carried motion, with its reasons. */
export class RecordDecisionCommand extends Command<Receipt | Refused<MotionRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: RecordDecisionData,
  ) {
    super();
  }
}
