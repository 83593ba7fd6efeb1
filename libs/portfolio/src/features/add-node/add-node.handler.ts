import { COMMAND_RUNTIME, newIdFor, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Composition, compositionIdOf, type AddNode } from '../../domain/composition';
import { Portfolio } from '../../domain/portfolio';
import { receiptOf } from '../../receipt-of';
import { AddNodeCommand } from './add-node.command';

@CommandHandler(AddNodeCommand)
export class AddNodeHandler implements ICommandHandler<AddNodeCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  async execute({ request, data }: AddNodeCommand) {
    const nodeId = newIdFor(request);
    const command = async (gather: Gather): Promise<AddNode> => ({
      type: 'AddNode',
      data: { ...data, nodeId, portfolio: await gather(Portfolio, data.portfolioId) },
    });
    const id = compositionIdOf(data.portfolioId);
    return receiptOf(nodeId, await runCommand(this.runtime, Composition, id, request, command));
  }
}
