import { COMMAND_RUNTIME, runCommand, type CommandRuntime } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ScoringModel } from '../../domain/scoring-model';
import type { PublishModel } from '../../domain/scoring-model/scoring-model.decider';
import { PublishModelCommand } from './publish-model.command';

@CommandHandler(PublishModelCommand)
export class PublishModelHandler implements ICommandHandler<PublishModelCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: PublishModelCommand) {
    return runCommand(this.runtime, ScoringModel, data.modelId, request, (): PublishModel => ({
      type: 'PublishModel',
      data,
    }));
  }
}
