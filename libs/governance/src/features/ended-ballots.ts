import type { FormerBallotJson, MotionRow } from '../governance.tables';

/** The ballots of a motion that have ended, first to last: those after which it was carried over, and the one it ended with. */
export const endedBallots = ({
  former_ballots,
  ballot,
  votes,
  outcome,
}: Pick<MotionRow, 'former_ballots' | 'ballot' | 'votes' | 'outcome'>): readonly FormerBallotJson[] =>
  ballot && outcome ? [...former_ballots, { ballot, votes, outcome }] : former_ballots;
