import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { RenameNode, CompositionRefusal } from '../../domain/composition';

/** Gives a sub-portfolio or programme another name. */
export class RenameNodeCommand extends Command<Receipt | Refused<CompositionRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<RenameNode['data'], 'portfolio'>,
  ) {
    super();
  }
}
