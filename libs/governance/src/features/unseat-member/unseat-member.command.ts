import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { BodyRefusal } from '../../domain/body';

export type UnseatMemberData = Readonly<{ bodyId: string; personId: string; reason: string }>;

/** Ends a person's seat at once. */
export class UnseatMemberCommand extends Command<Receipt | Refused<BodyRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: UnseatMemberData,
  ) {
    super();
  }
}
