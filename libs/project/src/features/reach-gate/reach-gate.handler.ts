import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Project, type ReachGate } from '../../domain/project';
import { portfolioOfProject } from '../../portfolio-facts';
import { gatesOfProject } from './gates-of-project';
import { ReachGateCommand } from './reach-gate.command';

@CommandHandler(ReachGateCommand)
export class ReachGateHandler implements ICommandHandler<ReachGateCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: ReachGateCommand) {
    const command = async (gather: Gather): Promise<ReachGate> => ({
      type: 'ReachGate',
      data: {
        ...data,
        portfolio: await portfolioOfProject(this.runtime, gather, data.projectId),
        gates: await gatesOfProject(this.runtime, gather, data.projectId),
      },
    });
    return runCommand(this.runtime, Project, data.projectId, request, command);
  }
}
