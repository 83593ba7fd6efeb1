import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { ReachGate, ProjectRefusal } from '../../domain/project';

/** A component comes to a gate of its portfolio. */
export class ReachGateCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<ReachGate['data'], 'portfolio' | 'gates'>,
  ) {
    super();
  }
}
