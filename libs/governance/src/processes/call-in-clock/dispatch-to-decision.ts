import type { CommandRuntime, Dispatch } from '@docket/kernel';
import { closeCallIn } from '../../features/close-call-in/close-call-in';
import type { ToDecision } from './call-in-clock.process';

/** Sends the clock's commands to the motion's own rules. */
export const dispatchToDecision =
  (runtime: CommandRuntime): Dispatch<ToDecision> =>
  ({ data }, request) =>
    closeCallIn(runtime, request, data);
