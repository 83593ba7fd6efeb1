import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { AssessmentCommandRefusal, Rating } from '../../domain/assessment/assessment.commands';

export type AssessData = Readonly<{
  projectId: string;
  modelId: string;
  ratings: readonly Rating[];
  comment?: string;
}>;

/** All ratings of who asks, on one component by one published model: the first time, or in the place of earlier ones. */
export class AssessCommand extends Command<Receipt | Refused<AssessmentCommandRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: AssessData,
  ) {
    super();
  }
}
