import {
  runCommand,
  type CommandRuntime,
  type Receipt,
  type Refused,
  type Request,
  type RunCode,
} from '@docket/kernel';
import { Condition, type ConditionRefusal } from '../../domain/condition';

/** Lets a condition go because a body decided so, by the motion `motionId`. */
export const waiveByDecision = (
  runtime: CommandRuntime,
  request: Request,
  { conditionId, motionId, bodyId }: Readonly<{ conditionId: string; motionId: string; bodyId: string }>,
): Promise<Receipt | Refused<ConditionRefusal | RunCode>> =>
  runCommand(runtime, Condition, conditionId, request, () => ({
    type: 'WaiveByDecision',
    data: { motionId, bodyId },
  }));
