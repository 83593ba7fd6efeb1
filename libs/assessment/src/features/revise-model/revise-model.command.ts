import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { GivenModel, ScoringModelRefusal } from '../../domain/scoring-model/scoring-model.commands';

/** Replaces the definition of a draft. */
export class ReviseModelCommand extends Command<Receipt | Refused<ScoringModelRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Readonly<{ modelId: string }> & GivenModel,
  ) {
    super();
  }
}
