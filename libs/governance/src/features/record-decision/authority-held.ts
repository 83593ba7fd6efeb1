import { loadState, type CommandRuntime, type Gather } from '@docket/kernel';
import { Grant, type KnownGrant } from '../../domain/grant';
import { GrantRegister, grantRegisterIdOf } from '../../domain/grant-register';
import { Motion, type AuthorityHeld } from '../../domain/motion';

/**
 * Whether anybody has limited the body of a motion, and which of the grants asked hold a reservation for it: all of them, or it is held
 * by none. What was found is a guard of the decision.
 */
export const authorityHeld = async (
  runtime: CommandRuntime,
  gather: Gather,
  { motionId, asked }: Readonly<{ motionId: string; asked: readonly string[] }>,
): Promise<AuthorityHeld> => {
  const motion = await loadState(runtime, Motion, motionId);
  if (motion.status === 'absent') return { isLimited: false, under: [] };
  const { bodies } = await gather(GrantRegister, grantRegisterIdOf(motion.portfolioId));
  const toBody = [...bodies].flatMap(([grantId, bodyId]) => (bodyId === motion.bodyId ? [grantId] : []));
  const isLimited = (await given(gather, toBody)).length > 0;
  const holding = (await given(gather, asked)).filter(({ account }) =>
    account.some((one) => one.motionId === motionId),
  );
  return { isLimited, under: isLimited && holding.length === asked.length ? asked : [] };
};

/** Those that were given; one that is only named in the register limits nobody. */
const given = async (gather: Gather, grantIds: readonly string[]): Promise<readonly KnownGrant[]> => {
  const grants = await Promise.all(grantIds.map((grantId) => gather(Grant, grantId)));
  return grants.flatMap((grant) => (grant.status === 'given' ? [grant] : []));
};
