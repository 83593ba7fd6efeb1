import type { CommandRuntime, Dispatch } from '@docket/kernel';
import { setCondition } from '../../features/set-condition/set-condition';
import type { ToNewCondition } from './condition-follow-up.process';

/** Sends the follow-up's commands to the condition's own rules. */
export const dispatchToNewCondition =
  (runtime: CommandRuntime): Dispatch<ToNewCondition> =>
  ({ data }, request) =>
    setCondition(runtime, request, data);
