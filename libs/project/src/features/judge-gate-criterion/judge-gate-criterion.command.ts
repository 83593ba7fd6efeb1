import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { JudgeGateCriterion, ProjectRefusal } from '../../domain/project';

/** Somebody without a part in the component says whether a criterion of its gate is met. */
export class JudgeGateCriterionCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<JudgeGateCriterion['data'], 'portfolio'>,
  ) {
    super();
  }
}
