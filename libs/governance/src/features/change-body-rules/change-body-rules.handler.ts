import { COMMAND_RUNTIME, runCommand, type CommandRuntime } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Body } from '../../domain/body';
import { ChangeBodyRulesCommand } from './change-body-rules.command';

@CommandHandler(ChangeBodyRulesCommand)
export class ChangeBodyRulesHandler implements ICommandHandler<ChangeBodyRulesCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data: { bodyId, ...data } }: ChangeBodyRulesCommand) {
    return runCommand(this.runtime, Body, bodyId, request, () => ({ type: 'ChangeBodyRules', data }));
  }
}
