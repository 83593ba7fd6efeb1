import { accept, firstRefusal, type DecisionContext, type Policy, type Verdict } from '@docket/kernel';
import { historyPolicies } from './history.policy';
import type { ProjectPlaced } from './placing.events';
import type { PlaceProject, ProjectRefusal } from './project.commands';
import type { KnownProject } from './project.state';
import { stands } from './standing';

type Asked = Readonly<{ data: PlaceProject['data']; state: KnownProject }>;
type PlacingPolicy = Policy<Asked, ProjectRefusal>;

const hasNotLeft: PlacingPolicy = ({ state: { name, status } }) =>
  status === 'left'
    ? { code: 'project-left', message: `"${name}" has left the portfolio. Note its return first.` }
    : undefined;

const hasNotEnded: PlacingPolicy = ({ state: { name, status } }) =>
  stands(status)
    ? undefined
    : { code: 'project-ended', message: `"${name}" is ${status}: it keeps the place in which it ended.` };

const nodeIsOpen: PlacingPolicy = ({ data: { nodeId, node } }) => {
  if (nodeId === null) return undefined;
  if (!node)
    return {
      code: 'node-unknown',
      message: `The portfolio of this project has no node ${nodeId}. Its composition lists them; null is the portfolio itself.`,
    };
  return node.status === 'open'
    ? undefined
    : {
        code: 'node-closed',
        message: `"${node.name}" is closed: nothing can be put there. Choose an open node.`,
      };
};

/**
 * Puts a project into an open node of its portfolio, or back into the portfolio itself; where it stands already nothing
 * happens. A node that is closed later keeps the projects that stand in it, until each is placed elsewhere.
 */
export const placeProject = (
  { data }: PlaceProject,
  state: KnownProject,
  context: DecisionContext,
): Verdict<ProjectPlaced, ProjectRefusal> => {
  const { nodeId, portfolio } = data;
  if ((state.node ?? null) === nodeId) return accept();
  return (
    firstRefusal([hasNotLeft, hasNotEnded, nodeIsOpen], { data, state }) ??
    firstRefusal(historyPolicies, { portfolio, context }) ??
    accept({ type: 'ProjectPlaced', data: { projectId: state.projectId, nodeId } })
  );
};
