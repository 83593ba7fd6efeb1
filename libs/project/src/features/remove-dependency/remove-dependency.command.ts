import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { DependencyRefusal, RemoveDependency } from '../../domain/dependency-graph';

/** Takes a declared dependency back. */
export class RemoveDependencyCommand extends Command<Receipt | Refused<DependencyRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<RemoveDependency['data'], 'portfolio'>,
  ) {
    super();
  }
}
