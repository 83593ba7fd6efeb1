import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { ProjectRefusal } from '@docket/project';
import type { AskedMatter, MotionRefusal, Outcome } from '../../domain/motion';

export type TableMotionData = Readonly<{
  portfolioId: string;
  bodyId: string;
  /** The component it is about; left out where it is about none or several. */
  projectId?: string | undefined;
  /** What it is about; left out: the component. */
  matter?: AskedMatter | undefined;
  /** The kind of decision in the words of the organisation. */
  kind?: string | undefined;
  ask: Outcome;
  question: string;
  /** The motion whose decision it is to stand in the place of. */
  supersedes?: string | undefined;
}>;

/** Asks a body to decide on a matter, and claims the components it is about for this motion. */
export class TableMotionCommand extends Command<Receipt | Refused<MotionRefusal | ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: TableMotionData,
  ) {
    super();
  }
}
