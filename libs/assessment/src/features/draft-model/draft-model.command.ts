import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { GivenModel, ScoringModelRefusal } from '../../domain/scoring-model/scoring-model.commands';

/** Drafts a scoring model in a portfolio; its id is `modelIdOf(portfolioId, name)`. */
export class DraftModelCommand extends Command<Receipt | Refused<ScoringModelRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Readonly<{ portfolioId: string; name: string }> & GivenModel,
  ) {
    super();
  }
}
