import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { TakeUpPart, ProjectRefusal } from '../../domain/project';

/** Who declined a part takes it up again. */
export class TakeUpPartCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<TakeUpPart['data'], 'portfolio'>,
  ) {
    super();
  }
}
