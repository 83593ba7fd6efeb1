import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { ScoringModelRefusal } from '../../domain/scoring-model/scoring-model.commands';

/** Retires a published model: no ranking uses it by default and nobody assesses by it from then on. */
export class RetireModelCommand extends Command<Receipt | Refused<ScoringModelRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Readonly<{ modelId: string; reason: string }>,
  ) {
    super();
  }
}
