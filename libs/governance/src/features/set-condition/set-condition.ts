import { runCommand, type CommandRuntime, type Gather, type Request } from '@docket/kernel';
import { Condition, conditionIdOf, type SetCondition } from '../../domain/condition';
import { Motion } from '../../domain/motion';

/** Which condition of which decision. */
export type SetConditionData = Readonly<{ motionId: string; index: number }>;

/** Begins the stream of a condition as the decision has it: what it says is read from the motion, not carried along. */
export const setCondition = (
  runtime: CommandRuntime,
  request: Request,
  { motionId, index }: SetConditionData,
) => {
  const conditionId = conditionIdOf(motionId, index);
  const command = async (gather: Gather): Promise<SetCondition> => ({
    type: 'SetCondition',
    data: { conditionId, index, motion: await gather(Motion, motionId) },
  });
  return runCommand(runtime, Condition, conditionId, request, command);
};
