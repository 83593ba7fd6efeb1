import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Portfolio } from '@docket/portfolio';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  DependencyGraph,
  dependencyGraphIdOf,
  dependencyIdOf,
  type DeclareDependency,
} from '../../domain/dependency-graph';
import { DeclareDependencyCommand } from './declare-dependency.command';
import { endOf, naming } from './end-facts';

@CommandHandler(DeclareDependencyCommand)
export class DeclareDependencyHandler implements ICommandHandler<DeclareDependencyCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  async execute({ request, data }: DeclareDependencyCommand) {
    const graphId = dependencyGraphIdOf(data.portfolioId);
    const command = async (gather: Gather): Promise<DeclareDependency> => ({
      type: 'DeclareDependency',
      data: {
        ...data,
        portfolio: await gather(Portfolio, data.portfolioId),
        from: await endOf(gather, data.from),
        to: await endOf(gather, data.to),
      },
    });
    return naming(
      await runCommand(this.runtime, DependencyGraph, graphId, request, command),
      dependencyIdOf(data),
    );
  }
}
