import { describeCodec } from '@docket/kernel/testing';
import { codec } from './body.codec';

const bodyId = '5b1cf5c2-35f5-8c1e-9d57-0c55a9a4b1f0';

describeCodec('body', codec, [
  {
    type: 'BodyEstablished',
    data: {
      bodyId,
      portfolioId: '0e8f1c52-6a0b-8d3f-a1c4-7e2d90b6f385',
      name: 'Major Projects Investment Board',
      quorum: { kind: 'share', share: '0.5' },
      carryRule: 'two-thirds-of-cast',
      minimumSeats: 3,
    },
  },
  {
    type: 'MemberSeated',
    data: {
      bodyId,
      personId: 'omar-lindqvist',
      role: 'alternate',
      alternateFor: 'noor-haddad',
      from: '2026-01-01T00:00:00.000Z',
      until: '2029-01-01T00:00:00.000Z',
    },
  },
  {
    type: 'MemberUnseated',
    data: { bodyId, personId: 'noor-haddad', reason: 'Moved to the Treasury on 1 March.' },
  },
  {
    type: 'BodyRulesChanged',
    data: {
      bodyId,
      ...{ quorum: { kind: 'count', seats: 4, withLead: true }, carryRule: 'majority-or-casting-vote' },
      ...{ minimumSeats: 3, rules: 2, reason: 'The board has grown to seven.' },
    },
  },
]);
