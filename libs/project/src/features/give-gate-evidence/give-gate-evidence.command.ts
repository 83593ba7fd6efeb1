import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { GiveGateEvidence, ProjectRefusal } from '../../domain/project';

/** Somebody shows that a criterion of the gate is met at which the component stands. */
export class GiveGateEvidenceCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<GiveGateEvidence['data'], 'portfolio'>,
  ) {
    super();
  }
}
