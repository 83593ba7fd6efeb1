import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { ReportActual, StrategyRefusal } from '../../domain/strategy';

/** Reports what the measure of an objective stood at on a day. */
export class ReportActualCommand extends Command<Receipt | Refused<StrategyRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<ReportActual['data'], 'portfolio'>,
  ) {
    super();
  }
}
