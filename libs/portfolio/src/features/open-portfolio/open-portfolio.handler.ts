import { COMMAND_RUNTIME, runCommand, type CommandRuntime } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Portfolio, portfolioIdOf, type OpenPortfolio } from '../../domain/portfolio';
import { OpenPortfolioCommand } from './open-portfolio.command';

@CommandHandler(OpenPortfolioCommand)
export class OpenPortfolioHandler implements ICommandHandler<OpenPortfolioCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: OpenPortfolioCommand) {
    const portfolioId = portfolioIdOf(data.name);
    return runCommand(this.runtime, Portfolio, portfolioId, request, (): OpenPortfolio => ({
      type: 'OpenPortfolio',
      data: { ...data, portfolioId },
    }));
  }
}
