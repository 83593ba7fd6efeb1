import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Project, type ReleaseMotion } from '../../domain/project';
import { portfolioOfProject } from '../../portfolio-facts';
import { ReleaseMotionCommand } from './release-motion.command';

@CommandHandler(ReleaseMotionCommand)
export class ReleaseMotionHandler implements ICommandHandler<ReleaseMotionCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: ReleaseMotionCommand) {
    const command = async (gather: Gather): Promise<ReleaseMotion> => ({
      type: 'ReleaseMotion',
      data: { ...data, portfolio: await portfolioOfProject(this.runtime, gather, data.projectId) },
    });
    return runCommand(this.runtime, Project, data.projectId, request, command);
  }
}
