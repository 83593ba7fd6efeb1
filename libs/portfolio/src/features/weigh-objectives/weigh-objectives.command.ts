import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { WeighObjectives, StrategyRefusal } from '../../domain/strategy';

/** Weighs all active objectives of a portfolio at once. */
export class WeighObjectivesCommand extends Command<Receipt | Refused<StrategyRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<WeighObjectives['data'], 'portfolio'>,
  ) {
    super();
  }
}
