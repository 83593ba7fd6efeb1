import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { ConditionRefusal } from '../../domain/condition';

export type ConfirmConditionData = Readonly<{ conditionId: string; finding: string }>;

/** Confirms that a condition is met by its evidence. */
export class ConfirmConditionCommand extends Command<Receipt | Refused<ConditionRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: ConfirmConditionData,
  ) {
    super();
  }
}
