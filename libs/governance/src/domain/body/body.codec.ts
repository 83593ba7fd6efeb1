import { defineCodec, type FirstVersions } from '@docket/kernel';
import type { BodyEvent, MemberSeated, SeatRole } from './body.events';

type Stored =
  | FirstVersions<Exclude<BodyEvent, MemberSeated>>
  | Readonly<{
      type: 'MemberSeated.v1';
      data: Omit<MemberSeated['data'], 'role' | 'alternateFor'> &
        Readonly<{ role: Exclude<SeatRole, 'alternate'> }>;
    }>
  | Readonly<{ type: 'MemberSeated.v2'; data: MemberSeated['data'] }>;

/** How the events of a body are stored. */
export const codec = defineCodec<BodyEvent, Stored>({
  versions: { BodyEstablished: 1, MemberSeated: 2, MemberUnseated: 1, BodyRulesChanged: 1 },
  upcasters: {
    'BodyEstablished.v1': (data) => ({ type: 'BodyEstablished', data }),
    'MemberSeated.v1': (data) => ({ type: 'MemberSeated', data }),
    'MemberSeated.v2': (data) => ({ type: 'MemberSeated', data }),
    'MemberUnseated.v1': (data) => ({ type: 'MemberUnseated', data }),
    'BodyRulesChanged.v1': (data) => ({ type: 'BodyRulesChanged', data }),
  },
  words: { MemberUnseated: ['reason'], BodyRulesChanged: ['reason'] },
});
