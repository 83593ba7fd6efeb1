import {
  loadState,
  runCommand,
  unreachable,
  type CommandRuntime,
  type CommandSource,
  type Dispatch,
} from '@docket/kernel';
import { Portfolio } from '@docket/portfolio';
import { Project, type CarryDecision, type ReleaseMotion } from '@docket/project';
import type { ToProject } from './decision-follow-up.process';

/** Sends the follow-up's commands to the project's own rules. */
export const dispatchToProject =
  (runtime: CommandRuntime): Dispatch<ToProject> =>
  async (outgoing, request) =>
    runCommand(runtime, Project, outgoing.target, request, await commandFor(runtime, outgoing));

const commandFor = async (
  runtime: CommandRuntime,
  outgoing: ToProject,
): Promise<CommandSource<CarryDecision | ReleaseMotion>> => {
  const { target: projectId } = outgoing;
  const project = await loadState(runtime, Project, projectId);
  const portfolioId = project.status === 'absent' ? '' : project.portfolioId;
  return async (gather) => {
    const portfolio = await gather(Portfolio, portfolioId);
    switch (outgoing.operation) {
      case 'carry-decision':
        return { type: 'CarryDecision', data: { projectId, portfolio, ...outgoing.data } };
      case 'release-motion':
        return { type: 'ReleaseMotion', data: { projectId, portfolio, ...outgoing.data } };
      default:
        return unreachable(outgoing);
    }
  };
};
