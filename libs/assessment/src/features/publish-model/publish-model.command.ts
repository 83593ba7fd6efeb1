import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { ScoringModelRefusal } from '../../domain/scoring-model/scoring-model.decider';

/** Publishes a draft: from here on rankings use it and nobody changes it. */
export class PublishModelCommand extends Command<Receipt | Refused<ScoringModelRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Readonly<{ modelId: string }>,
  ) {
    super();
  }
}
