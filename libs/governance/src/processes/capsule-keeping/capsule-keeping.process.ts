import { derivedUuid, type Outgoing, type Process, type Recorded } from '@docket/kernel';
import { capsuleIdOf } from '../../domain/capsule';
import type { BallotOpened } from '../../domain/motion';
import { codec } from './capsule-keeping.codec';
import { decider, KEEP_CAPSULE, type CapsuleKeepingState } from './capsule-keeping.decider';
import type { CapsuleKeepingEvent } from './capsule-keeping.events';

/** The ballot whose capsule is to be kept: `opened` is the revision of its opening in the motion's stream. */
export type OpenedBallot = Readonly<{ motionId: string; opened: number }>;

/** What the keeping asks of whoever can ask what a body saw; the reads of several contexts are needed for it. */
export type ToCapsule = Outgoing<typeof KEEP_CAPSULE, OpenedBallot>;

const NAME = 'capsule-keeping';

/** The id of the keeping of the capsule of one ballot. */
export const capsuleKeepingOf = ({ motionId, opened }: OpenedBallot): string =>
  derivedUuid(NAME, motionId, String(opened));

const isTrigger = (event: Recorded): event is Recorded<BallotOpened> => event.type === 'BallotOpened';

const pending = (state: CapsuleKeepingState): readonly ToCapsule[] => {
  if (state.status !== 'open') return [];
  const { motionId, opened } = state;
  const target = capsuleIdOf(motionId, opened);
  return [{ step: KEEP_CAPSULE, operation: KEEP_CAPSULE, target, data: { motionId, opened } }];
};

/** Has what a body saw kept as bytes when its ballot has opened. */
export const capsuleKeeping: Process<CapsuleKeepingState, BallotOpened, CapsuleKeepingEvent, ToCapsule> = {
  name: NAME,
  isTrigger,
  instanceOf: ({ data: { motionId }, revision }) => capsuleKeepingOf({ motionId, opened: revision }),
  aggregate: {
    category: NAME,
    decider,
    codec,
    portfolioOf: (state) => (state.status === 'absent' ? undefined : state.portfolioId),
  },
  pending,
};
