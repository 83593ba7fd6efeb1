import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { BodyRefusal, ChangeBodyRules } from '../../domain/body';

export type ChangeBodyRulesData = ChangeBodyRules['data'] & Readonly<{ bodyId: string }>;

/** Gives a body other rules, for the ballots that are opened from now on. */
export class ChangeBodyRulesCommand extends Command<Receipt | Refused<BodyRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: ChangeBodyRulesData,
  ) {
    super();
  }
}
