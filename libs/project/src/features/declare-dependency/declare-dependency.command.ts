import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { DependencyKind, DependencyRefusal } from '../../domain/dependency-graph';

/** Declares that one project depends on another of the same portfolio; the receipt names the dependency. */
export class DeclareDependencyCommand extends Command<Receipt | Refused<DependencyRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Readonly<{
      portfolioId: string;
      kind: DependencyKind;
      from: string;
      to: string;
      reason: string;
    }>,
  ) {
    super();
  }
}
