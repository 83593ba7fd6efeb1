import { derivedUuid, type Aggregate } from '@docket/kernel';
import { codec } from './capsule.codec';
import { decider, type CapsuleState, type KeepCapsule } from './capsule.decider';
import type { CapsuleEvent } from './capsule.events';

export type { CapsuleState, KeepCapsule } from './capsule.decider';
export * from './capsule.events';

/** The kind of record under which the bytes lie, each by their digest. */
export const CAPSULE_BYTES = 'capsule';

/** The capsule of the ballot that opened with this revision of the motion's stream. */
export const capsuleIdOf = (motionId: string, opened: number): string =>
  derivedUuid('capsule', motionId, String(opened));

/** What a body had before it when a ballot opened, kept as bytes. */
export const Capsule: Aggregate<CapsuleState, KeepCapsule, CapsuleEvent, never> = {
  category: 'capsule',
  decider,
  codec,
  portfolioOf: (state) => (state.status === 'absent' ? undefined : state.portfolioId),
};
