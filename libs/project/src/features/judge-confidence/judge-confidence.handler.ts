import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Project, type JudgeConfidence } from '../../domain/project';
import { portfolioOfProject } from '../../portfolio-facts';
import { JudgeConfidenceCommand } from './judge-confidence.command';

@CommandHandler(JudgeConfidenceCommand)
export class JudgeConfidenceHandler implements ICommandHandler<JudgeConfidenceCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: JudgeConfidenceCommand) {
    const command = async (gather: Gather): Promise<JudgeConfidence> => ({
      type: 'JudgeConfidence',
      data: { ...data, portfolio: await portfolioOfProject(this.runtime, gather, data.projectId) },
    });
    return runCommand(this.runtime, Project, data.projectId, request, command);
  }
}
