import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ScoringModel } from '../../domain/scoring-model';
import type { PublishModel } from '../../domain/scoring-model/scoring-model.commands';
import { PublishModelCommand } from './publish-model.command';
import { timeZoneOfModel } from './time-zone-of-model';

@CommandHandler(PublishModelCommand)
export class PublishModelHandler implements ICommandHandler<PublishModelCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: PublishModelCommand) {
    const command = async (gather: Gather): Promise<PublishModel> => ({
      type: 'PublishModel',
      data: { ...data, timeZone: await timeZoneOfModel(this.runtime, gather, data.modelId) },
    });
    return runCommand(this.runtime, ScoringModel, data.modelId, request, command);
  }
}
