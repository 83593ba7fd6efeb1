import {
  loadState,
  runCommand,
  type CommandRuntime,
  type Receipt,
  type Refused,
  type Request,
  type RunCode,
} from '@docket/kernel';
import { Project } from '@docket/project';
import { Grant } from '../../domain/grant';
import { claimedBy, Motion, type MotionRefusal, type Outcome } from '../../domain/motion';
import { derivedRequest } from '../derived-request';

/** The decision of `by`, with `outcome`, stands in the place of that of `motionId`. */
export type Superseded = Readonly<{ motionId: string; by: string; outcome: Outcome }>;

const wasCarriedTo = async (
  runtime: CommandRuntime,
  projectIds: readonly string[],
  motionId: string,
): Promise<boolean> => {
  const projects = await Promise.all(projectIds.map((projectId) => loadState(runtime, Project, projectId)));
  return projects.some((project) => project.status !== 'absent' && project.carried.has(motionId));
};

/** Whether what the earlier decision used stays used: it has reached a project, and the later one says the same; a later budget counts what it adds only. */
const staysUsed = async (runtime: CommandRuntime, { motionId, outcome }: Superseded): Promise<boolean> => {
  const motion = await loadState(runtime, Motion, motionId);
  if (motion.status !== 'decided') return true;
  if (motion.matter.on === 'budget') return true;
  const isSaidAgain = motion.decision.outcome === outcome;
  return isSaidAgain && wasCarriedTo(runtime, claimedBy(motion), motionId);
};

const freeUsed = async (runtime: CommandRuntime, request: Request, superseded: Superseded): Promise<void> => {
  const { motionId, by } = superseded;
  const motion = await loadState(runtime, Motion, motionId);
  const grants = motion.status === 'decided' ? motion.decision.grants : [];
  for (const grantId of grants) {
    const asked = derivedRequest(runtime, request, 'free-amount', { grantId, motionId, by });
    await runCommand(runtime, Grant, grantId, asked, () => ({ type: 'FreeAmount', data: { motionId, by } }));
  }
};

/**
 * Notes at the earlier decision that another stands in its place, and frees what it used of its grants where that other says otherwise, or where it never
 * reached its project. Repeated, it changes nothing.
 */
export const supersedeDecision = async (
  runtime: CommandRuntime,
  request: Request,
  superseded: Superseded,
): Promise<Receipt | Refused<MotionRefusal | RunCode>> => {
  const { motionId, by, outcome } = superseded;
  const answer = await runCommand(runtime, Motion, motionId, request, () => ({
    type: 'SupersedeDecision',
    data: { by, outcome },
  }));
  if (answer.outcome === 'accepted' && !(await staysUsed(runtime, superseded)))
    await freeUsed(runtime, request, superseded);
  return answer;
};
