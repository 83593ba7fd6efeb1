import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { ReviseObjective, StrategyRefusal } from '../../domain/strategy';

/** States a strategic objective anew, as a whole. */
export class ReviseObjectiveCommand extends Command<Receipt | Refused<StrategyRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<ReviseObjective['data'], 'portfolio'>,
  ) {
    super();
  }
}
