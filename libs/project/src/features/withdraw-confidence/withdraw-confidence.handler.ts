import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Project, type WithdrawConfidence } from '../../domain/project';
import { portfolioOfProject } from '../../portfolio-facts';
import { WithdrawConfidenceCommand } from './withdraw-confidence.command';

@CommandHandler(WithdrawConfidenceCommand)
export class WithdrawConfidenceHandler implements ICommandHandler<WithdrawConfidenceCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: WithdrawConfidenceCommand) {
    const command = async (gather: Gather): Promise<WithdrawConfidence> => ({
      type: 'WithdrawConfidence',
      data: { ...data, portfolio: await portfolioOfProject(this.runtime, gather, data.projectId) },
    });
    return runCommand(this.runtime, Project, data.projectId, request, command);
  }
}
