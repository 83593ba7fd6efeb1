import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Strategy, strategyIdOf, type ReportActual } from '../../domain/strategy';
import { Portfolio } from '../../domain/portfolio';
import { ReportActualCommand } from './report-actual.command';

@CommandHandler(ReportActualCommand)
export class ReportActualHandler implements ICommandHandler<ReportActualCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: ReportActualCommand) {
    const command = async (gather: Gather): Promise<ReportActual> => ({
      type: 'ReportActual',
      data: { ...data, portfolio: await gather(Portfolio, data.portfolioId) },
    });
    return runCommand(this.runtime, Strategy, strategyIdOf(data.portfolioId), request, command);
  }
}
