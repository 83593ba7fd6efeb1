import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Alignment, alignmentIdOf, type ConfirmContribution } from '../../domain/alignment';
import { alignmentFacts } from '../alignment-facts';
import { ConfirmContributionCommand } from './confirm-contribution.command';

@CommandHandler(ConfirmContributionCommand)
export class ConfirmContributionHandler implements ICommandHandler<ConfirmContributionCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: ConfirmContributionCommand) {
    const command = async (gather: Gather): Promise<ConfirmContribution> => ({
      type: 'ConfirmContribution',
      data: { ...data, ...(await alignmentFacts(gather, data)) },
    });
    return runCommand(this.runtime, Alignment, alignmentIdOf(data.projectId), request, command);
  }
}
