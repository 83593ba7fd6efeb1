import { byCodeUnits, Decimal, type DecimalText } from '@docket/kernel';
import { chainOf, refusedUnder, type Chain, type RefusedByGrant } from './chain';
import type { Deciding } from './deciding';
import type { KnownGrant } from './grant.state';

/** Who holds which authority in a portfolio: its grants by id, and its bodies. */
export type Authorities = Readonly<{
  grants: ReadonlyMap<string, KnownGrant>;
  bodyIds: readonly string[];
}>;

/** Whether a body was ever given a grant: from then on it decides under its grants only. */
export const isLimitedBy =
  (grants: ReadonlyMap<string, KnownGrant>) =>
  (bodyId: string): boolean =>
    [...grants.values()].some((grant) => grant.bodyId === bodyId);

/** One grant whose domain holds the component: its chain, and why nothing is decided under it; null where it may be. */
export type Step = Readonly<{
  grantId: string;
  bodyId: string;
  chain: Chain;
  refusal: RefusedByGrant | null;
}>;

/** Who must decide: a body under a grant; one of the bodies that nobody has limited; or nobody who is left. */
export type Decides = Readonly<
  | { by: 'grant'; grantId: string; bodyId: string }
  | { by: 'full-authority'; bodyIds: readonly string[] }
  | { by: 'nobody' }
>;

/** The way of a motion up: the steps lowest first, and who must decide. */
export type Route = Readonly<{ steps: readonly Step[]; decides: Decides }>;

const compareLimits = (a: DecimalText | null, b: DecimalText | null): number => {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return Decimal.of(a).compare(Decimal.of(b));
};

const limitOf = ({ chain }: Step): DecimalText | null => chain.grants[0]?.authority.perDecision ?? null;

/** The lower limit per decision first, then the longer chain. */
const lowestFirst = (a: Step, b: Step): number =>
  compareLimits(limitOf(a), limitOf(b)) ||
  b.chain.grants.length - a.chain.grants.length ||
  byCodeUnits(a.grantId, b.grantId);

const holds = ({ authority: { domains } }: KnownGrant, path: readonly string[]): boolean =>
  domains === null || domains.some((nodeId) => path.includes(nodeId));

const whoDecides = (steps: readonly Step[], unlimited: readonly string[]): Decides => {
  const lowest = steps.find(({ refusal }) => refusal === null);
  if (lowest) return { by: 'grant', grantId: lowest.grantId, bodyId: lowest.bodyId };
  return unlimited.length > 0 ? { by: 'full-authority', bodyIds: unlimited } : { by: 'nobody' };
};

/**
 * Which body must decide on a motion, and why those below may not. The lowest grant that permits it decides; where none does, it
 * escalates to the bodies that nobody has limited; where there is none of these, nobody is left.
 */
export const routeOf = (deciding: Deciding, { grants, bodyIds }: Authorities): Route => {
  const isLimited = isLimitedBy(grants);
  const steps = [...grants.values()]
    .filter((grant) => holds(grant, deciding.asked.path))
    .map((grant): Step => {
      const chain = chainOf(grant, grants, isLimited);
      const { grantId, bodyId } = grant;
      return { grantId, bodyId, chain, refusal: refusedUnder(chain, deciding) ?? null };
    })
    .sort(lowestFirst);
  const unlimited = bodyIds.filter((bodyId) => !isLimited(bodyId)).sort(byCodeUnits);
  return { steps, decides: whoDecides(steps, unlimited) };
};
