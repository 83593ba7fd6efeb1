import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { GrantRefusal } from '../../domain/grant';

/** Ends a grant at once, with the reason; what hangs on it has no ground any more. */
export class RevokeGrantCommand extends Command<Receipt | Refused<GrantRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Readonly<{ grantId: string; reason: string }>,
  ) {
    super();
  }
}
