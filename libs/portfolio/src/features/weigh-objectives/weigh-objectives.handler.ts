import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Strategy, strategyIdOf, type WeighObjectives } from '../../domain/strategy';
import { Portfolio } from '../../domain/portfolio';
import { WeighObjectivesCommand } from './weigh-objectives.command';

@CommandHandler(WeighObjectivesCommand)
export class WeighObjectivesHandler implements ICommandHandler<WeighObjectivesCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: WeighObjectivesCommand) {
    const command = async (gather: Gather): Promise<WeighObjectives> => ({
      type: 'WeighObjectives',
      data: { ...data, portfolio: await gather(Portfolio, data.portfolioId) },
    });
    return runCommand(this.runtime, Strategy, strategyIdOf(data.portfolioId), request, command);
  }
}
