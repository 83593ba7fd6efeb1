import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Portfolio } from '@docket/portfolio';
import { Body, bodyIdOf, type EstablishBody } from '../../domain/body';
import { EstablishBodyCommand } from './establish-body.command';

@CommandHandler(EstablishBodyCommand)
export class EstablishBodyHandler implements ICommandHandler<EstablishBodyCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: EstablishBodyCommand) {
    const bodyId = bodyIdOf(data.portfolioId, data.name);
    const command = async (gather: Gather): Promise<EstablishBody> => {
      const portfolio = await gather(Portfolio, data.portfolioId);
      return {
        type: 'EstablishBody',
        data: { ...data, bodyId, portfolioKnown: portfolio.status === 'open' },
      };
    };
    return runCommand(this.runtime, Body, bodyId, request, command);
  }
}
