import { runCommand, type CommandRuntime, type Request } from '@docket/kernel';
import { Condition, type LapseCondition } from '../../domain/condition';

export type LapseConditionData = Readonly<{ conditionId: string }>;

/** Has a condition lapse whose time is over; one whose evidence waits to be confirmed stays as it is. */
export const lapseCondition = (
  runtime: CommandRuntime,
  request: Request,
  { conditionId }: LapseConditionData,
) =>
  runCommand(runtime, Condition, conditionId, request, (): LapseCondition => ({
    type: 'LapseCondition',
    data: {},
  }));
