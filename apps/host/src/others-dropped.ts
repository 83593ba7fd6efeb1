import { PROJECTIONS_LEASE, projectionsLease } from './projector';
import type { Adapters, OthersDropped } from './system';

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
