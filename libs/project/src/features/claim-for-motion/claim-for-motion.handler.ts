import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Project, type ClaimForMotion } from '../../domain/project';
import { portfolioOfProject } from '../../portfolio-facts';
import { ClaimForMotionCommand } from './claim-for-motion.command';

@CommandHandler(ClaimForMotionCommand)
export class ClaimForMotionHandler implements ICommandHandler<ClaimForMotionCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: ClaimForMotionCommand) {
    const command = async (gather: Gather): Promise<ClaimForMotion> => ({
      type: 'ClaimForMotion',
      data: { ...data, portfolio: await portfolioOfProject(this.runtime, gather, data.projectId) },
    });
    return runCommand(this.runtime, Project, data.projectId, request, command);
  }
}
