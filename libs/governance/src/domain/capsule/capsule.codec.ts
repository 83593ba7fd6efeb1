import { defineCodec } from '@docket/kernel';
import type { CapsuleEvent } from './capsule.events';

/** How the event of a kept capsule is stored; what people wrote stays among the records. */
export const codec = defineCodec<CapsuleEvent>({
  versions: { CapsuleKept: 1 },
  upcasters: { 'CapsuleKept.v1': (data) => ({ type: 'CapsuleKept', data }) },
  words: {},
});
