import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { AskedAuthority, GrantRefusal } from '../../domain/grant';
import type { AskedGrantor } from '../grant-facts';

export type GiveGrantData = Readonly<{
  portfolioId: string;
  from: AskedGrantor;
  bodyId: string;
  authority: AskedAuthority;
  maySubDelegate: boolean;
  /** How many hours the giving body may call in what is decided under it; null or left out: not at all. */
  callInHours?: number | null | undefined;
}>;

/** Gives a body authority: the portfolio's, another body's, or a part of that of a grant. */
export class GiveGrantCommand extends Command<Receipt | Refused<GrantRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: GiveGrantData,
  ) {
    super();
  }
}
