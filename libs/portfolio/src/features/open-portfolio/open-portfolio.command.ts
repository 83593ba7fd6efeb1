import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { OpenPortfolio, PortfolioRefusal } from '../../domain/portfolio';

/** Opens a portfolio under the id its name gives it: see `portfolioIdOf`. */
export class OpenPortfolioCommand extends Command<Receipt | Refused<PortfolioRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<OpenPortfolio['data'], 'portfolioId'>,
  ) {
    super();
  }
}
