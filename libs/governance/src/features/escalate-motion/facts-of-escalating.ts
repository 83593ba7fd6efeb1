import { loadState, type CommandRuntime, type Gather } from '@docket/kernel';
import { Body } from '../../domain/body';
import { Motion, type AuthorityAround, type EscalateMotion, type KnownMotion } from '../../domain/motion';
import { factsOf, NONE } from '../facts';
import { motionAuthority, type MotionUnderAuthority } from '../reserve-authority/motion-authority';
import type { EscalateMotionData } from './escalate-motion.command';

type Facts = Omit<EscalateMotion['data'], 'reason'>;

/** What nobody looks at: a motion that is not there is refused for that. */
const NOTHING: AuthorityAround = {
  motion: {
    motionId: '',
    of: { projectId: '', programme: null, linked: [] },
    asked: { portfolioId: '', path: [], kind: null, outcomes: ['go'] },
    value: '0',
    accounts: [],
    timeZone: 'UTC',
  },
  grants: new Map(),
};

/** A motion as authority is asked for it: what was asked, about what. */
export const askedOf = (motion: KnownMotion): MotionUnderAuthority => {
  const { motionId, portfolioId, bodyId, projectId, matter, kind, ask: outcome, supersedes } = motion;
  return { motionId, portfolioId, bodyId, projectId, matter, kind, outcome, supersedes };
};

/** What passing a motion on is judged by: its body and project, every grant of the portfolio, and the body that is named. */
export const factsOfEscalating = async (
  runtime: CommandRuntime,
  gather: Gather,
  { motionId, bodyId }: Omit<EscalateMotionData, 'reason'>,
): Promise<Facts> => {
  const motion = await loadState(runtime, Motion, motionId);
  if (motion.status === 'absent') return { ...NONE, authority: NOTHING };
  const { body, project } = await factsOf(gather, motion);
  const authority = await motionAuthority(gather, askedOf(motion));
  if (bodyId === undefined) return { body, project, authority };
  return { body, project, authority, named: { bodyId, body: await gather(Body, bodyId) } };
};
