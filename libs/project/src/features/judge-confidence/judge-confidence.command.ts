import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { ProjectRefusal, JudgeConfidence } from '../../domain/project';

/** A reviewer says how sure the delivery of a project is on a day. */
export class JudgeConfidenceCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<JudgeConfidence['data'], 'portfolio'>,
  ) {
    super();
  }
}
