import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { ProjectRefusal } from '@docket/project';
import type { MotionRefusal, Outcome } from '../../domain/motion';

export type TableMotionData = Readonly<{
  portfolioId: string;
  bodyId: string;
  projectId: string;
  ask: Outcome;
  question: string;
  /** The motion whose decision it is to stand in the place of. */
  supersedes?: string | undefined;
}>;

/** Asks a body to decide on a project, and claims the project for this motion. */
export class TableMotionCommand extends Command<Receipt | Refused<MotionRefusal | ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: TableMotionData,
  ) {
    super();
  }
}
