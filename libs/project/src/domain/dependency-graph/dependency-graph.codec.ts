import { defineCodec } from '@docket/kernel';
import type { DependencyEvent } from './dependency.events';

export const codec = defineCodec<DependencyEvent>({
  versions: { DependencyDeclared: 1, DependencyRemoved: 1 },
  upcasters: {
    'DependencyDeclared.v1': (data) => ({ type: 'DependencyDeclared', data }),
    'DependencyRemoved.v1': (data) => ({ type: 'DependencyRemoved', data }),
  },
  words: { DependencyDeclared: ['reason'], DependencyRemoved: ['reason'] },
});
