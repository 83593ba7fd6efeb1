import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { PortfolioRefusal, ReachHistory } from '../../domain/portfolio';

/** Moves imported history on to the moment at which what follows was known. */
export class ReachHistoryCommand extends Command<Receipt | Refused<PortfolioRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: ReachHistory['data'],
  ) {
    super();
  }
}
