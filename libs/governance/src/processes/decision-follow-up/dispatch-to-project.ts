import { unreachable, type CommandRuntime, type Dispatch } from '@docket/kernel';
import { carryDecision, releaseMotion } from '@docket/project';
import type { ToProject } from './decision-follow-up.process';

/** Sends the follow-up's commands to the project's own rules. */
export const dispatchToProject =
  (runtime: CommandRuntime): Dispatch<ToProject> =>
  (outgoing, request) => {
    const { target: projectId } = outgoing;
    switch (outgoing.operation) {
      case 'carry-decision':
        return carryDecision(runtime, request, { projectId, ...outgoing.data });
      case 'release-motion':
        return releaseMotion(runtime, request, { projectId, ...outgoing.data });
      default:
        return unreachable(outgoing);
    }
  };
