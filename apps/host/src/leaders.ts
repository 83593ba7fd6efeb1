import type { Leases, LeaseStanding } from '@docket/kernel';
import { projectionsLease } from './projector';
import { REACTIONS_LEASE } from './reactions-office';
import type { Leader, Leaders } from './system';

const leaderIn = (standings: readonly LeaseStanding[], lease: string): Leader => {
  const standing = standings.find((one) => one.lease === lease);
  if (!standing) return { process: null, since: null, silentSeconds: null };
  const { process, since, leads, silentSeconds, resignedFor } = standing;
  return {
    ...(leads ? { process, since } : { process: null, since: null }),
    silentSeconds,
    ...(resignedFor === undefined ? {} : { resignedFor }),
  };
};

/** Who leads the projections of a definition version and the processes. @throws LeasesUnavailable */
export const leadersOf = async (leases: Leases, definition: string): Promise<Leaders> => {
  const standings = await leases.standings();
  return {
    projections: leaderIn(standings, projectionsLease(definition)),
    reactions: leaderIn(standings, REACTIONS_LEASE),
  };
};
