import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { MarkMustHave, ProjectRefusal } from '../../domain/project';

/** Puts a component above every funding line, with the reason. */
export class MarkMustHaveCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<MarkMustHave['data'], 'portfolio'>,
  ) {
    super();
  }
}
