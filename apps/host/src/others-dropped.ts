import type { Adapters } from './system';
import { PROJECTIONS_LEASE, projectionsLease } from './projector';

/** What was dropped, by the names of the builds (`d1-2`); or who leads the projections of another release, and was left in peace. */
export type OthersDropped =
  | Readonly<{ dropped: readonly string[] }>
  | Readonly<{ runs: Readonly<{ definition: string; process: string }> }>;

/** Drops the read models of other definitions than this, unless another release is at work on one. @throws LeasesUnavailable | ReadModelUnavailable */
export const othersDropped = async (
  { leases, readModels }: Pick<Adapters, 'leases' | 'readModels'>,
  definition: string,
): Promise<OthersDropped> => {
  const standings = await leases.standings();
  const other = standings.find(
    ({ lease, leads }) =>
      leads && lease.startsWith(PROJECTIONS_LEASE) && lease !== projectionsLease(definition),
  );
  return other
    ? { runs: { definition: other.lease.slice(PROJECTIONS_LEASE.length), process: other.process } }
    : { dropped: await readModels.dropOthers() };
};
