import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { NoteReturn, ProjectRefusal } from '../../domain/project';

/** Says that a list names the project again. */
export class NoteReturnCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<NoteReturn['data'], 'portfolio'>,
  ) {
    super();
  }
}
