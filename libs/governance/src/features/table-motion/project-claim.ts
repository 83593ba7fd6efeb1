import {
  COMMAND_DEADLINE_MS,
  digestOfBody,
  loadState,
  runCommand,
  type CommandRuntime,
  type Receipt,
  type Refused,
  type Request,
  type RunCode,
} from '@docket/kernel';
import { Portfolio } from '@docket/portfolio';
import { Project, type ClaimForMotion, type ProjectRefusal, type ReleaseMotion } from '@docket/project';
import { Motion, type MotionRefusal } from '../../domain/motion';

type Tabling = Readonly<{ request: Request; motionId: string; projectId: string; portfolioId: string }>;
type Answer<Code extends string> = Receipt | Refused<Code | RunCode>;

/**
 * Tables a motion on a project it has claimed. The motion's rules are asked first, so that a claim is made only where nothing
 * else is in the way; one that is not used after all is released. A crash between claim and tabling leaves a claim without a
 * motion: the same request finds it again, and another one waits until that motion cannot come any more and frees it.
 */
export const withClaim = async (
  runtime: CommandRuntime,
  tabling: Tabling,
  table: () => Promise<Answer<MotionRefusal>>,
): Promise<Answer<MotionRefusal | ProjectRefusal>> => {
  const first = await table();
  if (isRefused(first, 'motion-already-open') && !(await freeAbandonedClaim(runtime, tabling))) return first;
  if (!isRefused(first, 'motion-already-open') && !isRefused(first, 'motion-not-claimed')) return first;
  const claimed = await claim(runtime, tabling);
  if (claimed.outcome === 'refused') return claimed;
  const tabled = await table();
  if (tabled.outcome === 'refused') await releaseUnused(runtime, tabling, tabling.motionId);
  return tabled;
};

const isRefused = (answer: Answer<string>, code: MotionRefusal): boolean =>
  answer.outcome === 'refused' && answer.refusal.code === code;

/** The same person in the same conversation; the decider of the project makes a repetition harmless, not the key. */
const derived = (runtime: CommandRuntime, { request }: Tabling, operation: string, body: object): Request => {
  const { expectedRevision: _, ...same } = request;
  return { ...same, operation, key: runtime.ids.uuid(), bodyDigest: digestOfBody(body) };
};

const claim = (runtime: CommandRuntime, tabling: Tabling): Promise<Answer<ProjectRefusal>> => {
  const { projectId, portfolioId, motionId } = tabling;
  const request = derived(runtime, tabling, 'claim-for-motion', { projectId, motionId });
  return runCommand(runtime, Project, projectId, request, async (gather): Promise<ClaimForMotion> => ({
    type: 'ClaimForMotion',
    data: { projectId, motionId, portfolio: await gather(Portfolio, portfolioId) },
  }));
};

/** Releases a claim under which no motion was tabled on this project. Says whether it was such a one. */
const releaseUnused = async (
  runtime: CommandRuntime,
  tabling: Tabling,
  motionId: string,
): Promise<boolean> => {
  const { projectId, portfolioId } = tabling;
  if (await isTabledOn(runtime, motionId, projectId)) return false;
  const request = derived(runtime, tabling, 'release-motion', { projectId, motionId });
  await runCommand(runtime, Project, projectId, request, async (gather): Promise<ReleaseMotion> => ({
    type: 'ReleaseMotion',
    data: { projectId, motionId, portfolio: await gather(Portfolio, portfolioId) },
  }));
  return true;
};

const isTabledOn = async (runtime: CommandRuntime, motionId: string, projectId: string): Promise<boolean> => {
  const motion = await loadState(runtime, Motion, motionId);
  return motion.status !== 'absent' && motion.projectId === projectId;
};

/** Frees the project from a claim whose tabling has not come within the time any command has. */
const freeAbandonedClaim = async (runtime: CommandRuntime, tabling: Tabling): Promise<boolean> => {
  const project = await loadState(runtime, Project, tabling.projectId);
  if (project.status === 'absent' || project.openMotion === undefined) return true;
  if (await isTabledOn(runtime, project.openMotion, tabling.projectId)) return false;
  await runtime.clock.pause(2 * COMMAND_DEADLINE_MS);
  return releaseUnused(runtime, tabling, project.openMotion);
};
