import { unreachable, type CommandRuntime, type Dispatch, type Request } from '@docket/kernel';
import { settleAuthority, type Settling } from '../../features/reserve-authority/settle-authority';
import { supersedeDecision } from '../../features/supersede-decision/supersede-decision';
import { carryStanding, releaseAll, releaseAllConditions } from './carry-to-matter';
import type { ToProject } from './decision-follow-up.process';

const settle = async (runtime: CommandRuntime, request: Request, data: Settling) => {
  await settleAuthority(runtime, request, data);
  return { outcome: 'accepted' } as const;
};

/** Sends the follow-up's commands to the rules of the project, of the grants and of the decision before. */
export const dispatchToProject =
  (runtime: CommandRuntime): Dispatch<ToProject> =>
  (outgoing, request) => {
    switch (outgoing.operation) {
      case 'settle-authority':
        return settle(runtime, request, outgoing.data);
      case 'supersede-decision':
        return supersedeDecision(runtime, request, outgoing.data);
      case 'carry-decision':
        return carryStanding(runtime, request, outgoing.data);
      case 'release-conditions':
        return releaseAllConditions(runtime, request, outgoing.data);
      case 'release-motion':
        return releaseAll(runtime, request, outgoing.data);
      default:
        return unreachable(outgoing);
    }
  };
