import { defineCodec } from '@docket/kernel';
import type { CompositionEvent } from './composition.events';

/** How the events of a composition are stored; why a node was closed is kept as words. */
export const codec = defineCodec<CompositionEvent>({
  versions: { NodeAdded: 1, NodeRenamed: 1, NodeMoved: 1, NodeClosed: 1 },
  upcasters: {
    'NodeAdded.v1': (data) => ({ type: 'NodeAdded', data }),
    'NodeRenamed.v1': (data) => ({ type: 'NodeRenamed', data }),
    'NodeMoved.v1': (data) => ({ type: 'NodeMoved', data }),
    'NodeClosed.v1': (data) => ({ type: 'NodeClosed', data }),
  },
  words: { NodeClosed: ['reason'] },
});
