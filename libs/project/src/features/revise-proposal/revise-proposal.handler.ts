import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Project, type ReviseProposal } from '../../domain/project';
import { portfolioOfProject } from '../../portfolio-facts';
import { ReviseProposalCommand } from './revise-proposal.command';

@CommandHandler(ReviseProposalCommand)
export class ReviseProposalHandler implements ICommandHandler<ReviseProposalCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: ReviseProposalCommand) {
    const command = async (gather: Gather): Promise<ReviseProposal> => ({
      type: 'ReviseProposal',
      data: { ...data, portfolio: await portfolioOfProject(this.runtime, gather, data.projectId) },
    });
    return runCommand(this.runtime, Project, data.projectId, request, command);
  }
}
