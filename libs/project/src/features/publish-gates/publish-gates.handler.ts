import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Portfolio } from '@docket/portfolio';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { GateSet, gateSetIdOf, type PublishGates } from '../../domain/gate-set';
import { PublishGatesCommand } from './publish-gates.command';

@CommandHandler(PublishGatesCommand)
export class PublishGatesHandler implements ICommandHandler<PublishGatesCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: PublishGatesCommand) {
    const command = async (gather: Gather): Promise<PublishGates> => ({
      type: 'PublishGates',
      data: { ...data, portfolio: await gather(Portfolio, data.portfolioId) },
    });
    return runCommand(this.runtime, GateSet, gateSetIdOf(data.portfolioId, data.kind), request, command);
  }
}
