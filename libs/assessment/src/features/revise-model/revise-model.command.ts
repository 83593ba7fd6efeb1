import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { ScoringModelRefusal } from '../../domain/scoring-model/scoring-model.decider';
import type { ModelDefinition } from '../../domain/scoring-model/scoring-model.events';

/** Replaces the definition of a draft. */
export class ReviseModelCommand extends Command<Receipt | Refused<ScoringModelRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Readonly<{ modelId: string }> & ModelDefinition,
  ) {
    super();
  }
}
