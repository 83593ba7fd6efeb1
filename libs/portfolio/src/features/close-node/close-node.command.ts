import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { CloseNode, CompositionRefusal } from '../../domain/composition';

/** Ends a sub-portfolio or programme in which nothing stands any more. */
export class CloseNodeCommand extends Command<Receipt | Refused<CompositionRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<CloseNode['data'], 'portfolio'>,
  ) {
    super();
  }
}
