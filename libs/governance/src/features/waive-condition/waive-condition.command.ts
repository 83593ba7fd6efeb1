import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { ConditionRefusal } from '../../domain/condition';

export type WaiveConditionData = Readonly<{ conditionId: string; reason: string }>;

/** Lets a condition go. */
export class WaiveConditionCommand extends Command<Receipt | Refused<ConditionRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: WaiveConditionData,
  ) {
    super();
  }
}
