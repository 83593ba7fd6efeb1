import {
  loadState,
  refuse,
  unreachable,
  type CommandRuntime,
  type Dispatch,
  type Request,
} from '@docket/kernel';
import { carryDecision, releaseMotion } from '@docket/project';
import { Motion } from '../../domain/motion';
import { settleAuthority, type Settling } from '../../features/reserve-authority/settle-authority';
import { supersedeDecision } from '../../features/supersede-decision/supersede-decision';
import type { ToProject } from './decision-follow-up.process';

const settle = async (runtime: CommandRuntime, request: Request, data: Settling) => {
  await settleAuthority(runtime, request, data);
  return { outcome: 'accepted' } as const;
};

type Carried = Parameters<typeof carryDecision>[2];

/** A decision that is called in by now does not reach the project any more. */
const carryStanding = async (runtime: CommandRuntime, request: Request, data: Carried) => {
  const motion = await loadState(runtime, Motion, data.motionId);
  const isCalledIn = motion.status === 'decided' && motion.afterwards.calledInBy !== null;
  return isCalledIn
    ? refuse('decision-called-in', 'It was called in before it was carried: the body that did decides anew.')
    : carryDecision(runtime, request, data);
};

/** Sends the follow-up's commands to the rules of the project, of the grants and of the decision before. */
export const dispatchToProject =
  (runtime: CommandRuntime): Dispatch<ToProject> =>
  (outgoing, request) => {
    const { target: projectId } = outgoing;
    switch (outgoing.operation) {
      case 'settle-authority':
        return settle(runtime, request, outgoing.data);
      case 'supersede-decision':
        return supersedeDecision(runtime, request, outgoing.data);
      case 'carry-decision':
        return carryStanding(runtime, request, { projectId, ...outgoing.data });
      case 'release-motion':
        return releaseMotion(runtime, request, { projectId, ...outgoing.data });
      default:
        return unreachable(outgoing);
    }
  };
