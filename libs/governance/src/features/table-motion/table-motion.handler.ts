import { COMMAND_RUNTIME, newIdFor, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { claimedAsAsked, Motion, type TableMotion } from '../../domain/motion';
import { factsOfTabling } from './facts-of-tabling';
import { withClaim } from './project-claim';
import { TableMotionCommand } from './table-motion.command';

@CommandHandler(TableMotionCommand)
export class TableMotionHandler implements ICommandHandler<TableMotionCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: TableMotionCommand) {
    const motionId = newIdFor(request);
    const command = async (gather: Gather): Promise<TableMotion> => ({
      type: 'TableMotion',
      data: await factsOfTabling(gather, motionId, data),
    });
    const table = () => runCommand(this.runtime, Motion, motionId, request, command);
    return withClaim(this.runtime, { request, motionId, projectIds: claimedAsAsked(data) }, table);
  }
}
