import type { MotionView } from '../../governance.view';
import type { OpenBallot } from './open-ballot-of';

/** Why votes of an open ballot are not shown to a reader: they are recused on it, or have no right to it as nobody knows who they are. */
export type Withheld = 'recused' | 'not-entitled';

/** A motion as one reader sees it; `withheld` is null where nothing is held back. */
export type SeenMotion = MotionView & Readonly<{ withheld: Withheld | null }>;

/** A ballot that is held back from a reader. */
export type WithheldBallot = Readonly<{ why: Withheld; ballot: OpenBallot }>;

/** The motion without the votes of the ballot that is held back: the item, its electorate and its rules stay, and so do the ballots before. */
export const motionSeen = (view: MotionView, held: WithheldBallot | null): SeenMotion =>
  held !== null && view.outcome === null && view.ballot?.openedAt === held.ballot.openedAt
    ? { ...view, votes: [], withheld: held.why }
    : { ...view, withheld: null };

const OF_THE_BALLOT: ReadonlySet<string> = new Set(['VoteCast', 'VoteDisplaced']);

/** Whether an event of the motion's stream tells of votes of the ballot that is held back. */
export const isOfBallot = (
  { type, revision }: Readonly<{ type: string; revision: number }>,
  { opened }: OpenBallot,
): boolean => revision > opened && OF_THE_BALLOT.has(type.split('.')[0] ?? type);
