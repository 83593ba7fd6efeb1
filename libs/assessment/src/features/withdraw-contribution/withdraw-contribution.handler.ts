import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Alignment, alignmentIdOf, type WithdrawContribution } from '../../domain/alignment';
import { alignmentFacts } from '../alignment-facts';
import { WithdrawContributionCommand } from './withdraw-contribution.command';

@CommandHandler(WithdrawContributionCommand)
export class WithdrawContributionHandler implements ICommandHandler<WithdrawContributionCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: WithdrawContributionCommand) {
    const command = async (gather: Gather): Promise<WithdrawContribution> => ({
      type: 'WithdrawContribution',
      data: { ...data, ...(await alignmentFacts(gather, data)) },
    });
    return runCommand(this.runtime, Alignment, alignmentIdOf(data.projectId), request, command);
  }
}
