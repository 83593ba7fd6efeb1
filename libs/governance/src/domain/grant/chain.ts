import { Decimal, type Instant, type Refusal } from '@docket/kernel';
import { notPermitted, type NotPermitted } from '../authority/permits';
import { periodOf } from '../authority/calendar-period';
import { usedIn } from '../authority/reservation';
import type { Deciding } from './deciding';
import type { KnownGrant } from './grant.state';

/** A grant and all it hangs on, up to the root, itself first; `isRootLimited`: the body at the root was given a limit of its own since. */
export type Chain = Readonly<{ grants: readonly KnownGrant[]; isRootLimited: boolean }>;

/** Why nothing is decided under a chain of grants. */
export type ChainRefusal = NotPermitted | 'grant-revoked' | 'grantor-limited-since' | 'over-limit-per-period';

type Found = Refusal<ChainRefusal> | undefined;

/** What ends a grant, apart from what it says of its term. */
const revoked = ({ isRevoked }: KnownGrant): Found =>
  isRevoked
    ? { code: 'grant-revoked', message: 'It was revoked. Ask a body above, or have it granted anew.' }
    : undefined;

/** The period a decision counts in under a grant; null where that has no limit per period. */
export const periodUnder = (
  { authority: { perPeriod } }: Pick<KnownGrant, 'authority'>,
  at: Instant,
  timeZone: string,
): string | null => perPeriod && periodOf(at, perPeriod.period, timeZone);

const overThePeriod = (
  grant: KnownGrant,
  { asked, motion: { motionId, value, timeZone } }: Deciding,
): Found => {
  const { perPeriod } = grant.authority;
  const period = periodUnder(grant, asked.at, timeZone);
  if (perPeriod === null || period === null) return undefined;
  const used = usedIn(grant.account, period, motionId);
  if (used.plus(Decimal.of(value)).compare(Decimal.of(perPeriod.amount)) <= 0) return undefined;
  return {
    code: 'over-limit-per-period',
    message: `It goes up to ${perPeriod.amount} in ${period}, of which ${used.toString()} is used: ${value} more is too much.`,
  };
};

const underOne = (grant: KnownGrant, deciding: Deciding): Found =>
  revoked(grant) ??
  notPermitted({ portfolioId: grant.portfolioId, authority: grant.authority, asked: deciding.asked }) ??
  overThePeriod(grant, deciding);

/** What is refused, and by which grant of the chain. */
export type RefusedByGrant = Refusal<ChainRefusal> & Readonly<{ grantId: string }>;

const LIMITED = {
  code: 'grantor-limited-since',
  message:
    'The body it was delegated by has been given a limit of its own since: it delegates anew, under the grant it holds.',
} as const;

/**
 * Why a motion may not be decided under a grant: every grant of its chain, the lowest first, has to permit it as it stands, with what is
 * left of its period. `undefined` where it may.
 */
export const refusedUnder = (chain: Chain, deciding: Deciding): RefusedByGrant | undefined => {
  const [lowest] = chain.grants;
  for (const grant of chain.grants) {
    const found = underOne(grant, deciding);
    if (!found) continue;
    const message = grant === lowest ? found.message : `Of the grant it hangs on: ${found.message}`;
    return { ...found, message, grantId: grant.grantId };
  }
  const root = chain.grants.at(-1);
  return root && chain.isRootLimited ? { ...LIMITED, grantId: root.grantId } : undefined;
};

/** How a grant stands at an instant. `void`: what it hangs on is not in force. */
export type GrantStanding = 'in-force' | 'not-begun' | 'expired' | 'revoked' | 'void';

const standingOfOne = ({ isRevoked, authority: { from, until } }: KnownGrant, at: Instant): GrantStanding => {
  if (isRevoked) return 'revoked';
  if (at < from) return 'not-begun';
  return until !== null && at >= until ? 'expired' : 'in-force';
};

/** How the lowest grant of a chain stands at an instant, judged on the chain as it is. */
export const standingOfChain = ({ grants, isRootLimited }: Chain, at: Instant): GrantStanding => {
  const [own = 'void', ...above] = grants.map((grant) => standingOfOne(grant, at));
  if (own !== 'in-force') return own;
  return isRootLimited || above.some((one) => one !== 'in-force') ? 'void' : 'in-force';
};

/** The chain of a grant, out of all there are; it ends where one is missing or met again. */
export const chainOf = (
  grant: KnownGrant,
  grants: ReadonlyMap<string, KnownGrant>,
  isLimited: (bodyId: string) => boolean,
): Chain => {
  const chain = [grant];
  let { from } = grant;
  while (from.kind === 'grant') {
    const above = grants.get(from.grantId);
    if (!above || chain.includes(above)) return { grants: chain, isRootLimited: true };
    chain.push(above);
    from = above.from;
  }
  return { grants: chain, isRootLimited: from.kind === 'body' && isLimited(from.bodyId) };
};
