import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { MoveNode, CompositionRefusal } from '../../domain/composition';

/** Puts a sub-portfolio or programme, with all that is below it, into another place. */
export class MoveNodeCommand extends Command<Receipt | Refused<CompositionRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<MoveNode['data'], 'portfolio'>,
  ) {
    super();
  }
}
