import { runCommand, type CommandRuntime, type Request } from '@docket/kernel';
import { Motion } from '../../domain/motion';

/** Notes that a decision can be called in no more. Asked by the clock of its windows; the motion's own rules make a repetition harmless. */
export const closeCallIn = (
  runtime: CommandRuntime,
  request: Request,
  { motionId }: Readonly<{ motionId: string }>,
) => runCommand(runtime, Motion, motionId, request, () => ({ type: 'CloseCallIn', data: {} }));
