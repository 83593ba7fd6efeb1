import type { Instant } from '@docket/kernel';
import type { Chain } from '../grant';

/**
 * Whether a grant is in force at an instant, or is still to come: nothing it hangs on is revoked or over by then, and the body at its
 * root was not limited since. A scheme has a row for each of these, and for no other.
 */
export const isInForceOrToCome = ({ grants, isRootLimited }: Chain, at: Instant): boolean =>
  grants.length > 0 &&
  !isRootLimited &&
  grants.every(({ isRevoked, authority: { until } }) => !isRevoked && (until === null || until > at));
