import { EventNotApplied } from '@docket/read-model';
import { LeasesUnavailable, type Leases, type LeaseStanding } from '@docket/kernel';
import { inTime, Silent } from './in-time';
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

/** @throws LeasesUnavailable, also where nothing is said in time */
const standingsOf = async (leases: Leases, answerMs?: number): Promise<readonly LeaseStanding[]> => {
  try {
    return await inTime(() => leases.standings(), answerMs);
  } catch (error) {
    throw error instanceof Silent ? new LeasesUnavailable(error.message, { cause: error }) : error;
  }
};

/** Who leads the projections of a definition version and the processes; asked for `answerMs` (400). @throws LeasesUnavailable */
export const leadersOf = async (leases: Leases, definition: string, answerMs?: number): Promise<Leaders> => {
  const standings = await standingsOf(leases, answerMs);
  return {
    projections: leaderIn(standings, projectionsLease(definition)),
    reactions: leaderIn(standings, REACTIONS_LEASE),
  };
};

/** Why the last leader of the projections gave up, while nobody follows; where that cannot be seen, nothing is known of it. */
export const stoppedElsewhere = async (
  leases: Leases,
  definition: string,
): Promise<EventNotApplied | undefined> => {
  try {
    const { projections } = await leadersOf(leases, definition);
    const { process, resignedFor } = projections;
    return process === null && resignedFor !== undefined ? new EventNotApplied(resignedFor) : undefined;
  } catch {
    return undefined;
  }
};
