import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Portfolio } from '@docket/portfolio';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DependencyGraph, dependencyGraphIdOf, type RemoveDependency } from '../../domain/dependency-graph';
import { naming } from '../declare-dependency/end-facts';
import { RemoveDependencyCommand } from './remove-dependency.command';

@CommandHandler(RemoveDependencyCommand)
export class RemoveDependencyHandler implements ICommandHandler<RemoveDependencyCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  async execute({ request, data }: RemoveDependencyCommand) {
    const graphId = dependencyGraphIdOf(data.portfolioId);
    const command = async (gather: Gather): Promise<RemoveDependency> => ({
      type: 'RemoveDependency',
      data: { ...data, portfolio: await gather(Portfolio, data.portfolioId) },
    });
    return naming(
      await runCommand(this.runtime, DependencyGraph, graphId, request, command),
      data.dependencyId,
    );
  }
}
