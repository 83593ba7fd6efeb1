import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Strategy, strategyIdOf, type CorrectActual } from '../../domain/strategy';
import { Portfolio } from '../../domain/portfolio';
import { CorrectActualCommand } from './correct-actual.command';

@CommandHandler(CorrectActualCommand)
export class CorrectActualHandler implements ICommandHandler<CorrectActualCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: CorrectActualCommand) {
    const command = async (gather: Gather): Promise<CorrectActual> => ({
      type: 'CorrectActual',
      data: { ...data, portfolio: await gather(Portfolio, data.portfolioId) },
    });
    return runCommand(this.runtime, Strategy, strategyIdOf(data.portfolioId), request, command);
  }
}
