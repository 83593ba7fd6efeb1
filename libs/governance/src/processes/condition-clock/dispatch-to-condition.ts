import type { CommandRuntime, Dispatch } from '@docket/kernel';
import { lapseCondition } from '../../features/lapse-condition/lapse-condition';
import type { ToCondition } from './condition-clock.process';

/** Sends the clock's commands to the condition's own rules. */
export const dispatchToCondition =
  (runtime: CommandRuntime): Dispatch<ToCondition> =>
  ({ data }, request) =>
    lapseCondition(runtime, request, data);
