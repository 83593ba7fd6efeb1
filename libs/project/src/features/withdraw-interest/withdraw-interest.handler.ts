import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Project, type WithdrawInterest } from '../../domain/project';
import { portfolioOfProject } from '../../portfolio-facts';
import { WithdrawInterestCommand } from './withdraw-interest.command';

@CommandHandler(WithdrawInterestCommand)
export class WithdrawInterestHandler implements ICommandHandler<WithdrawInterestCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: WithdrawInterestCommand) {
    const command = async (gather: Gather): Promise<WithdrawInterest> => ({
      type: 'WithdrawInterest',
      data: { ...data, portfolio: await portfolioOfProject(this.runtime, gather, data.projectId) },
    });
    return runCommand(this.runtime, Project, data.projectId, request, command);
  }
}
