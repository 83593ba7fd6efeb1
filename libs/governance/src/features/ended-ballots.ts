import type { FormerBallotJson, MotionRow } from '../governance.tables';

/** The ballots of a motion that have ended, first to last, each of the body that voted: those that decided nothing, and the one it ended with. */
export const endedBallots = ({
  body_id: bodyId,
  former_ballots,
  ballot,
  votes,
  outcome,
}: Pick<
  MotionRow,
  'body_id' | 'former_ballots' | 'ballot' | 'votes' | 'outcome'
>): readonly FormerBallotJson[] =>
  ballot && outcome ? [...former_ballots, { bodyId, ballot, votes, outcome }] : former_ballots;
