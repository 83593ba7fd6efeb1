import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { ConditionRefusal } from '../../domain/condition';

export type GiveEvidenceData = Readonly<{ conditionId: string; evidence: string }>;

/** Puts on record what shows that a condition is met. */
export class GiveEvidenceCommand extends Command<Receipt | Refused<ConditionRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: GiveEvidenceData,
  ) {
    super();
  }
}
