import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { CorrectActual, StrategyRefusal } from '../../domain/strategy';

/** Replaces what was reported for a day; the former value is kept. */
export class CorrectActualCommand extends Command<Receipt | Refused<StrategyRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<CorrectActual['data'], 'portfolio'>,
  ) {
    super();
  }
}
