import type { Day, Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { ScoringModelRefusal } from '../../domain/scoring-model/scoring-model.commands';

/** Publishes a draft: nobody changes it any more, and rankings use it from `effectiveFrom` on (today where it is left out). */
export class PublishModelCommand extends Command<Receipt | Refused<ScoringModelRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Readonly<{ modelId: string; effectiveFrom?: Day }>,
  ) {
    super();
  }
}
