import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { BodyRefusal, CarryRule, QuorumRule } from '../../domain/body';

export type EstablishBodyData = Readonly<{
  portfolioId: string;
  name: string;
  quorum: QuorumRule;
  carryRule: CarryRule;
  minimumSeats: number;
}>;

/** Establishes a governance body in a portfolio, without any seat yet. */
export class EstablishBodyCommand extends Command<Receipt | Refused<BodyRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: EstablishBodyData,
  ) {
    super();
  }
}
