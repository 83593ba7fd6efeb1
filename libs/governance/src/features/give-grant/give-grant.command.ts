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
