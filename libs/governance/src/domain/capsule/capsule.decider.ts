import { accept, type Command, type Decider } from '@docket/kernel';
import type { CapsuleEvent, CapsuleKept } from './capsule.events';

/** Says that the bytes lie among the records: they have to before it is said. */
export type KeepCapsule = Command<'KeepCapsule', CapsuleKept['data']>;

export type CapsuleState = Readonly<{ status: 'absent' } | ({ status: 'kept' } & CapsuleKept['data'])>;

/** What is kept once stays: whoever composed it again, by another release perhaps, changes nothing. */
export const decider: Decider<CapsuleState, KeepCapsule, CapsuleEvent, never> = {
  initialState: () => ({ status: 'absent' }),
  evolve: (_, { data }) => ({ status: 'kept', ...data }),
  decide: ({ data }, { status }) => (status === 'kept' ? accept() : accept({ type: 'CapsuleKept', data })),
};
