import { COMMAND_RUNTIME, runCommand, type CommandRuntime } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ScoringModel } from '../../domain/scoring-model';
import type { RetireModel } from '../../domain/scoring-model/scoring-model.commands';
import { RetireModelCommand } from './retire-model.command';

@CommandHandler(RetireModelCommand)
export class RetireModelHandler implements ICommandHandler<RetireModelCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: RetireModelCommand) {
    return runCommand(this.runtime, ScoringModel, data.modelId, request, (): RetireModel => ({
      type: 'RetireModel',
      data,
    }));
  }
}
