import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { AddObjective, StrategyRefusal } from '../../domain/strategy';

/** Adds a strategic objective to a portfolio; the receipt names the objective. */
export class AddObjectiveCommand extends Command<Receipt | Refused<StrategyRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<AddObjective['data'], 'objectiveId' | 'portfolio'>,
  ) {
    super();
  }
}
