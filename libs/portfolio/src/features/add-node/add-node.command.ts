import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { AddNode, CompositionRefusal } from '../../domain/composition';

/** Adds a sub-portfolio or programme to a portfolio; the receipt names the node. */
export class AddNodeCommand extends Command<Receipt | Refused<CompositionRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<AddNode['data'], 'nodeId' | 'portfolio'>,
  ) {
    super();
  }
}
