import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { Instant } from '@docket/kernel';
import type { BodyRefusal, SeatRole } from '../../domain/body';

export type SeatMemberData = Readonly<{
  bodyId: string;
  personId: string;
  role: SeatRole;
  /** Whom an alternate sits for. */
  alternateFor?: string;
  from?: Instant;
  until?: Instant;
}>;

/** Seats a person in a body for a term; from now on where no start is given. */
export class SeatMemberCommand extends Command<Receipt | Refused<BodyRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: SeatMemberData,
  ) {
    super();
  }
}
