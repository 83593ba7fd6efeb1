import { loadState, type CommandRuntime, type Gather, type Instant } from '@docket/kernel';
import { Body, type BodyState } from '../domain/body';
import { COMPONENT, Motion, type About, type CloseBallot, type MatterFacts } from '../domain/motion';
import type { Load } from './grant-facts';
import { matterFacts } from './matter-facts';

/** Whom a motion asks about what. */
type Asked = Readonly<{ motionId: string; portfolioId: string; bodyId: string }> & About;
type Facts = Readonly<{
  body: BodyState;
  project: MatterFacts | undefined;
  projectRevision: number | null;
}>;

/** What is gathered where there is no motion, which is refused before anything of it is looked at. */
export const NONE: Facts = { body: { status: 'absent' }, project: undefined, projectRevision: null };

/** A body and what a motion is about, gathered as guards; the revision is the one at which the component was read for that. */
export const factsOf = async (gather: Gather, asked: Asked): Promise<Facts> => {
  const body = await gather(Body, asked.bodyId);
  const revisions = new Map<string, number>();
  const load: Load = async (aggregate, id) => {
    const { state, revision } = await gather.withRevision(aggregate, id);
    revisions.set(id, revision);
    return state;
  };
  const project = await matterFacts(load, asked);
  return { body, project, projectRevision: revisions.get(asked.projectId ?? '') ?? null };
};

/** A body and one component, gathered as guards. */
export const factsOfComponent = async (
  gather: Gather,
  { bodyId, projectId }: Readonly<{ bodyId: string; projectId: string }>,
): Promise<Facts> => factsOf(gather, { bodyId, projectId, matter: COMPONENT, motionId: '', portfolioId: '' });

/**
 * The body a motion is before, and what it is about. Finding out which they are needs no guard: only an event of the motion itself changes that, and
 * nothing is decided on a motion behind which another event has come.
 */
export const factsOfMotion = async (
  runtime: CommandRuntime,
  gather: Gather,
  motionId: string,
): Promise<Facts> => {
  const motion = await loadState(runtime, Motion, motionId);
  return motion.status === 'absent' ? NONE : factsOf(gather, motion);
};

/** The same, and as they stood when the ballot's time ended: which time that is, is fixed once the ballot is open. */
export const factsOfClosing = async (
  runtime: CommandRuntime,
  gather: Gather,
  motionId: string,
): Promise<CloseBallot['data']> => {
  const motion = await loadState(runtime, Motion, motionId);
  if (motion.status === 'absent') return { ...NONE, whenOver: NONE };
  const now = await factsOf(gather, motion);
  const closesAt = motion.status === 'ballot-open' ? motion.ballot.closesAt : undefined;
  return { ...now, whenOver: closesAt === undefined ? now : await factsBefore(gather, motion, closesAt) };
};

const factsBefore = async (gather: Gather, asked: Asked, instant: Instant) => {
  const load: Load = (aggregate, id) => gather.before(aggregate, id, instant);
  return { body: await load(Body, asked.bodyId), project: await matterFacts(load, asked) };
};
