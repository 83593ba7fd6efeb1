import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ScoringModel } from '../../domain/scoring-model';
import type { ReviseModel } from '../../domain/scoring-model/scoring-model.commands';
import { groundsIn, portfolioOfModel } from '../model-grounds';
import { ReviseModelCommand } from './revise-model.command';

@CommandHandler(ReviseModelCommand)
export class ReviseModelHandler implements ICommandHandler<ReviseModelCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: ReviseModelCommand) {
    const command = async (gather: Gather): Promise<ReviseModel> => ({
      type: 'ReviseModel',
      data: { ...data, grounds: groundsIn(await portfolioOfModel(this.runtime, gather, data.modelId)) },
    });
    return runCommand(this.runtime, ScoringModel, data.modelId, request, command);
  }
}
