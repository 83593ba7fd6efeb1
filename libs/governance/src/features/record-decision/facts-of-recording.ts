import { loadState, type CommandRuntime, type Gather } from '@docket/kernel';
import { Portfolio } from '@docket/portfolio';
import { Grant, type KnownGrant } from '../../domain/grant';
import { GrantRegister, grantRegisterIdOf } from '../../domain/grant-register';
import { Motion, type AuthorityHeld, type KnownMotion, type RecordDecision } from '../../domain/motion';
import { factsOf, NONE } from '../facts';

/** Those that were given; one that is only named in the register limits nobody. */
const given = async (gather: Gather, grantIds: readonly string[]): Promise<readonly KnownGrant[]> => {
  const grants = await Promise.all(grantIds.map((grantId) => gather(Grant, grantId)));
  return grants.flatMap((grant) => (grant.status === 'given' ? [grant] : []));
};

/** Whether anybody has limited the body of a motion, and the grants asked where all of them hold a reservation for it. */
const authorityHeld = async (
  gather: Gather,
  { motionId, portfolioId, bodyId }: KnownMotion,
  asked: readonly string[],
): Promise<AuthorityHeld> => {
  const { bodies } = await gather(GrantRegister, grantRegisterIdOf(portfolioId));
  const toBody = [...bodies].flatMap(([grantId, holder]) => (holder === bodyId ? [grantId] : []));
  const isLimited = (await given(gather, toBody)).length > 0;
  const holding = (await given(gather, asked)).filter(({ account }) =>
    account.some((one) => one.motionId === motionId),
  );
  return { isLimited, under: isLimited && holding.length === asked.length ? asked : [] };
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
    return { ...NONE, timeZone: 'UTC', authority: { isLimited: false, under: [] } };
  const facts = await factsOf(gather, motion);
  const authority = await authorityHeld(gather, motion, asked);
  return { ...facts, timeZone: await timeZoneOf(runtime, motion.portfolioId), authority };
};
