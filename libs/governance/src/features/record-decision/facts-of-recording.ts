import { loadState, type CommandRuntime, type Gather } from '@docket/kernel';
import { Portfolio } from '@docket/portfolio';
import { isLimitedBy, type KnownGrant } from '../../domain/grant';
import { Motion, type AuthorityHeld, type KnownMotion, type RecordDecision } from '../../domain/motion';
import { decisionThatSet, earlierDecision } from '../earlier-decision';
import { askedOf } from '../escalate-motion/facts-of-escalating';
import { factsOf, NONE } from '../facts';
import { motionAuthority } from '../reserve-authority/motion-authority';

/** Who may call in what is decided under a grant: the body that gave it, where the grant says for how long. */
const callableBy = ({ grantId, from, callInHours }: KnownGrant): AuthorityHeld['callIn'] =>
  callInHours === null || from.kind === 'portfolio'
    ? []
    : [{ grantId, bodyId: from.bodyId, hours: callInHours }];

/** Whether anybody has limited the body of a motion, and the grants asked where all of them hold a reservation for it. */
const authorityHeld = async (
  gather: Gather,
  motion: KnownMotion,
  asked: readonly string[],
): Promise<AuthorityHeld> => {
  const judged = await motionAuthority(gather, askedOf(motion));
  const isLimited = isLimitedBy(judged.grants)(motion.bodyId);
  const holding = asked.flatMap((grantId) => {
    const grant = judged.grants.get(grantId);
    return grant?.account.some((one) => one.motionId === motion.motionId) ? [grant] : [];
  });
  if (!isLimited || holding.length < asked.length) return { isLimited, under: [], callIn: [] };
  return { isLimited, under: asked, judged, callIn: holding.flatMap(callableBy) };
};

/** Fixed when the portfolio is opened, so that finding out needs no guard; where there is none, other rules refuse. */
const timeZoneOf = async (runtime: CommandRuntime, portfolioId: string): Promise<string> => {
  const portfolio = await loadState(runtime, Portfolio, portfolioId);
  return portfolio.status === 'absent' ? 'UTC' : portfolio.timeZone;
};

type Facts = Omit<RecordDecision['data'], 'rationale' | 'conditions'>;

/** What the recording of a decision is judged by; `asked` are the grants that are to hold a reservation for its motion. */
export const factsOfRecording = async (
  runtime: CommandRuntime,
  gather: Gather,
  { motionId, asked }: Readonly<{ motionId: string; asked: readonly string[] }>,
): Promise<Facts> => {
  const motion = await loadState(runtime, Motion, motionId);
  if (motion.status === 'absent')
    return { ...NONE, timeZone: 'UTC', authority: { isLimited: false, under: [], callIn: [] } };
  const facts = await factsOf(gather, motion);
  const authority = await authorityHeld(gather, motion, asked);
  const timeZone = await timeZoneOf(runtime, motion.portfolioId);
  const earlier = await earlierDecision(gather, motion);
  const setBy = await decisionThatSet(gather, motion);
  const before = { ...(earlier ? { earlier } : {}), ...(setBy ? { setBy } : {}) };
  return { ...facts, timeZone, authority, ...before };
};
