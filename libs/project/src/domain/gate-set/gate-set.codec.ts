import { defineCodec } from '@docket/kernel';
import type { GateSetEvent } from './gate-set.events';

/** How the events of published gates are stored. A published rule set has no words to redact: all of it is fact. */
export const codec = defineCodec<GateSetEvent>({
  versions: { GatesPublished: 1 },
  upcasters: { 'GatesPublished.v1': (data) => ({ type: 'GatesPublished', data }) },
  words: {},
});
