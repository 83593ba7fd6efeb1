import { defineCodec } from '@docket/kernel';
import type { BodyEvent } from './body.events';

/** How the events of a body are stored. */
export const codec = defineCodec<BodyEvent>({
  versions: { BodyEstablished: 1, MemberSeated: 1, MemberUnseated: 1 },
  upcasters: {
    'BodyEstablished.v1': (data) => ({ type: 'BodyEstablished', data }),
    'MemberSeated.v1': (data) => ({ type: 'MemberSeated', data }),
    'MemberUnseated.v1': (data) => ({ type: 'MemberUnseated', data }),
  },
  words: { MemberUnseated: ['reason'] },
});
