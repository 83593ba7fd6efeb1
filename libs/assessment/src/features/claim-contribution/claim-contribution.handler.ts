import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Alignment, alignmentIdOf, type ClaimContribution } from '../../domain/alignment';
import { alignmentFacts } from '../alignment-facts';
import { ClaimContributionCommand } from './claim-contribution.command';

@CommandHandler(ClaimContributionCommand)
export class ClaimContributionHandler implements ICommandHandler<ClaimContributionCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: ClaimContributionCommand) {
    const command = async (gather: Gather): Promise<ClaimContribution> => ({
      type: 'ClaimContribution',
      data: { ...data, ...(await alignmentFacts(gather, data)) },
    });
    return runCommand(this.runtime, Alignment, alignmentIdOf(data.projectId), request, command);
  }
}
