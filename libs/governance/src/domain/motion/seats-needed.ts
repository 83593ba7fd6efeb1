import type { EstablishedBody } from '../body';

/** How many seats have to be entitled for a ballot to open: the body's minimum, and what its quorum counts. */
export const seatsNeeded = ({
  minimumSeats,
  quorum,
}: Pick<EstablishedBody, 'minimumSeats' | 'quorum'>): number =>
  Math.max(minimumSeats, quorum.kind === 'count' ? quorum.seats : 1);
