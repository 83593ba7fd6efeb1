import { COMMAND_RUNTIME, type CommandRuntime } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { publishModel } from './publish-model';
import { PublishModelCommand } from './publish-model.command';

@CommandHandler(PublishModelCommand)
export class PublishModelHandler implements ICommandHandler<PublishModelCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: PublishModelCommand) {
    return publishModel(this.runtime, request, data);
  }
}
