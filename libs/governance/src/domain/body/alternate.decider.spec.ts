import { specFor } from '@docket/kernel/testing';
import type { SeatMember } from './body.commands';
import { decider } from './body.decider';
import type { BodyEvent, SeatRole } from './body.events';

const { given } = specFor(decider);
const now = '2026-03-02T09:00:00.000Z';
const june = '2026-06-01T00:00:00.000Z';
const established: BodyEvent = {
  type: 'BodyEstablished',
  data: {
    ...{ bodyId: 'board', portfolioId: 'portfolio', name: 'Board' },
    ...{ quorum: { kind: 'count', seats: 2 }, carryRule: 'majority-of-cast', minimumSeats: 2 },
  },
};
type Term = Readonly<{ from?: string; until?: string }>;
const seated = (personId: string, role: SeatRole, term: Term = {}): BodyEvent => ({
  type: 'MemberSeated',
  data: { bodyId: 'board', personId, role, from: now, ...term },
});
const alternate = (personId: string, alternateFor: string, term: Term = {}): BodyEvent => ({
  type: 'MemberSeated',
  data: { bodyId: 'board', personId, role: 'alternate', alternateFor, from: now, ...term },
});
const seat = (data: SeatMember['data']): SeatMember => ({ type: 'SeatMember', data });
const asAlternate = (personId: string, alternateFor: string, term: Term = {}): SeatMember =>
  seat({ personId, role: 'alternate', alternateFor, ...term });

describe('An alternate is seated', () => {
  const board = [
    established,
    seated('cleo', 'chair'),
    seated('mona', 'member'),
    seated('milo', 'member', { until: june }),
    seated('sami', 'secretary'),
  ];

  it.each(['cleo', 'mona'])('for somebody who has a vote: %s', (principal) =>
    given(...board)
      .when(asAlternate('alma', principal))
      .then(alternate('alma', principal)),
  );
  it('once', () =>
    given(...board, alternate('alma', 'mona'))
      .when(asAlternate('alma', 'mona'))
      .thenNothing());
  it('not for nobody', () =>
    given(...board)
      .when(seat({ personId: 'alma', role: 'alternate' }))
      .thenRefused('alternate-for-nobody'));
  it('not for somebody who has no seat', () =>
    given(...board)
      .when(asAlternate('alma', 'nils'))
      .thenRefused('alternate-for-nobody'));
  it('not for somebody whose seat has no vote', () =>
    given(...board)
      .when(asAlternate('alma', 'sami'))
      .thenRefused('alternate-for-nobody'));
  it('not for a term in which they have no seat', () => {
    given(...board)
      .when(asAlternate('alma', 'milo', { from: june }))
      .thenRefused('alternate-for-nobody');
    given(...board)
      .when(asAlternate('alma', 'milo'))
      .then(alternate('alma', 'milo'));
  });
  it('not for themselves', () =>
    given(...board)
      .when(asAlternate('alma', 'alma'))
      .thenRefused('alternate-for-oneself'));
  it('not for another alternate', () =>
    given(...board, alternate('alma', 'mona'))
      .when(asAlternate('bert', 'alma'))
      .thenRefused('alternate-for-alternate'));
  it('not where somebody sits for them', () => {
    const left: BodyEvent = {
      type: 'MemberUnseated',
      data: { bodyId: 'board', personId: 'mona', reason: 'Changes places.' },
    };
    given(...board, alternate('alma', 'mona'), left)
      .when(asAlternate('mona', 'cleo'))
      .thenRefused('alternate-for-alternate');
  });
  it('not where they have one', () =>
    given(...board, alternate('alma', 'mona'))
      .when(asAlternate('bert', 'mona'))
      .thenRefused('alternate-taken'));
  it('but after another', () =>
    given(...board, alternate('alma', 'mona', { until: june }))
      .when(asAlternate('bert', 'mona', { from: june }))
      .then(alternate('bert', 'mona', { from: june })));
  it('not beside a seat of their own', () =>
    given(...board)
      .when(asAlternate('milo', 'mona'))
      .thenRefused('already-seated'));
  it.each(['chair', 'deputy', 'member', 'secretary'] as const)('not as %s', (role) =>
    given(established, seated('mona', 'member'))
      .when(seat({ personId: 'alma', role, alternateFor: 'mona' }))
      .thenRefused('alternate-by-role-only'),
  );
});

describe('An alternate has no seat of their own', () => {
  it('so that it does not count where rules are changed', () =>
    given(established, seated('mona', 'member'), seated('milo', 'member'), alternate('alma', 'mona'))
      .when({
        type: 'ChangeBodyRules',
        data: {
          ...{ quorum: { kind: 'count', seats: 3 }, carryRule: 'majority-of-cast', minimumSeats: 1 },
          reason: 'It has grown.',
        },
      })
      .thenRefused('quorum-larger-than-body'));
});
