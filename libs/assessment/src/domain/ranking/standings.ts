import type { Standing } from './order';
import type { Profile } from './profile';
import type { Placed } from './rank';
import type { Placement } from './ready-model';

/** A placed component with what follows from its placements. */
export const standingOf = (
  { id, name, placements }: Placed,
  profileFor: (placements: readonly Placement[]) => Profile,
): Standing => ({ id, name, profile: profileFor(placements) });

/** Whether a standing has a rank: enough of the weight has values. */
export const isRanked = (standing: Standing | undefined): standing is Standing =>
  standing?.profile.score !== undefined;
