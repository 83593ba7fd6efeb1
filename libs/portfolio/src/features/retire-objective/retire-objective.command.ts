import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { RetireObjective, StrategyRefusal } from '../../domain/strategy';

/** Ends a strategic objective: it counts no more. */
export class RetireObjectiveCommand extends Command<Receipt | Refused<StrategyRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<RetireObjective['data'], 'portfolio'>,
  ) {
    super();
  }
}
