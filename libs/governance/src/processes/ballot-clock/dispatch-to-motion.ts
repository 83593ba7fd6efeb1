import type { CommandRuntime, Dispatch } from '@docket/kernel';
import { closeBallot } from '../../features/close-ballot/close-ballot';
import type { ToMotion } from './ballot-clock.process';

/** Sends the clock's commands to the motion's own rules. */
export const dispatchToMotion =
  (runtime: CommandRuntime): Dispatch<ToMotion> =>
  ({ data }, request) =>
    closeBallot(runtime, request, data);
