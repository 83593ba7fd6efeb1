import { specFor } from '@docket/kernel/testing';
import { bodyIdOf } from './body.aggregate';
import type { BodyCommand, EstablishBody } from './body.commands';
import { decider } from './body.decider';
import type { BodyEstablished, BodyEvent, MemberSeated, SeatRole } from './body.events';

const { given } = specFor(decider);

const board: BodyEstablished['data'] = {
  bodyId: 'board',
  portfolioId: 'portfolio',
  name: 'Investment Board',
  quorum: { kind: 'count', seats: 3 },
  carryRule: 'majority-of-cast',
  minimumSeats: 3,
};
const established: BodyEvent = { type: 'BodyEstablished', data: board };
const establish = (change: Partial<EstablishBody['data']> = {}): EstablishBody => ({
  type: 'EstablishBody',
  data: { ...board, portfolioKnown: true, ...change },
});
const term = { from: '2026-04-01T00:00:00.000Z', until: '2027-01-01T00:00:00.000Z' };
const seat = (
  personId: string,
  role: SeatRole,
  when: { from: string; until?: string } = term,
): BodyCommand => ({
  type: 'SeatMember',
  data: { personId, role, ...when },
});
const seated = (
  personId: string,
  role: SeatRole,
  when: { from: string; until?: string } = term,
): MemberSeated => ({
  type: 'MemberSeated',
  data: { bodyId: 'board', personId, role, ...when },
});
const unseat = (personId: string, reason = 'Left the department'): BodyCommand => ({
  type: 'UnseatMember',
  data: { personId, reason },
});

describe('A body is established', () => {
  it('with its quorum, carry rule and fewest seats', () => given().when(establish()).then(established));

  it('under a name with one space between words', () =>
    given()
      .when(establish({ name: '  Investment   Board ' }))
      .then(established));

  it('once: the same again is refused, as another of its name is', () =>
    given(established).when(establish()).thenRefused('body-name-taken'));

  it('not twice under one name with other rules', () =>
    given(established)
      .when(establish({ minimumSeats: 2 }))
      .thenRefused('body-name-taken'));

  it('only in a portfolio that exists', () =>
    given()
      .when(establish({ portfolioKnown: false }))
      .thenRefused('portfolio-unknown'));

  it('only with a name', () =>
    given()
      .when(establish({ name: '  ' }))
      .thenRefused('name-blank'));

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('not with a quorum of %s seats', (seats) =>
    given()
      .when(establish({ quorum: { kind: 'count', seats } }))
      .thenRefused('quorum-out-of-range'),
  );

  it.each(['0', '-0.5', '1.01', 'half', 'NaN'])('not with a quorum of a share of %s', (share) =>
    given()
      .when(establish({ quorum: { kind: 'share', share } }))
      .thenRefused('quorum-out-of-range'),
  );

  it('with a quorum of everybody', () => {
    const quorum = { kind: 'share', share: '1' } as const;
    given()
      .when(establish({ quorum }))
      .then({ type: 'BodyEstablished', data: { ...board, quorum } });
  });

  it.each([0, 2.5])('not with %s as its fewest seats', (minimumSeats) =>
    given().when(establish({ minimumSeats })).thenRefused('minimum-seats-out-of-range'),
  );

  it('under an id that follows from portfolio and name, whatever its case and spaces', () => {
    expect(bodyIdOf('portfolio', ' investment  BOARD')).toBe(bodyIdOf('portfolio', 'Investment Board'));
    expect(bodyIdOf('portfolio', 'Investment Board')).not.toBe(bodyIdOf('other', 'Investment Board'));
  });
});

describe('A person is seated', () => {
  it('for a term', () => given(established).when(seat('mia', 'member')).then(seated('mia', 'member')));

  it('without an end', () => {
    const open = { from: term.from };
    given(established)
      .when(seat('mia', 'member', open))
      .then(seated('mia', 'member', open));
  });

  it('from now on where no start is given, and then not again', () => {
    const command: BodyCommand = { type: 'SeatMember', data: { personId: 'mia', role: 'member' } };
    const now = seated('mia', 'member', { from: '2026-03-02T09:00:00.000Z' });
    given(established).when(command).then(now);
    given(established, now).when(command, { at: '2026-04-01T00:00:00.000Z' }).thenNothing();
  });

  it('beyond the quorum: seats are counted when a ballot opens', () =>
    given(established).when(seat('mia', 'chair')).then(seated('mia', 'chair')));

  it('once: the same seat again changes nothing', () =>
    given(established, seated('mia', 'member')).when(seat('mia', 'member')).thenNothing());

  it('in one seat only', () =>
    given(established, seated('mia', 'member')).when(seat('mia', 'secretary')).thenRefused('already-seated'));

  it('anew when the term has ended', () => {
    const before = { from: '2025-01-01T00:00:00.000Z', until: '2026-01-01T00:00:00.000Z' };
    given(established, seated('mia', 'member', before))
      .when(seat('mia', 'chair'))
      .then(seated('mia', 'chair'));
  });

  it('not until an end that has come already, though that was kept before', () => {
    const [from, until] = ['2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'];
    const again: BodyCommand = { type: 'SeatMember', data: { personId: 'mia', role: 'member', until } };
    const before = seated('mia', 'member', { from, until });
    given(established, before).when(again).thenRefused('term-ends-before-it-starts');
  });

  it('not for a term that ends as it starts', () =>
    given(established)
      .when(seat('mia', 'member', { from: term.from, until: term.from }))
      .thenRefused('term-ends-before-it-starts'));

  it('not for a term that is no moment', () =>
    given(established)
      .when(seat('mia', 'member', { from: 'January' }))
      .thenRefused('term-malformed'));

  it('as chair only where there is none in that term', () =>
    given(established, seated('mia', 'chair')).when(seat('noor', 'chair')).thenRefused('chair-taken'));

  it('not from a moment before now: what right somebody had on a day is not made afterwards', () =>
    given(established)
      .when(seat('mia', 'member', { from: '2026-03-02T08:59:59.999Z' }))
      .thenRefused('term-starts-in-the-past'));

  it('as chair from the moment the term of the former one ends', () => {
    const next = { from: '2027-01-01T00:00:00.000Z' };
    given(established, seated('mia', 'chair'))
      .when(seat('noor', 'chair', next))
      .then(seated('noor', 'chair', next));
  });

  it('not in a body that does not exist', () =>
    given().when(seat('mia', 'member')).thenRefused('body-unknown'));
});

describe('A person is unseated', () => {
  const history = [established, seated('mia', 'chair')];

  it('with the reason', () =>
    given(...history)
      .when(unseat('mia'))
      .then({
        type: 'MemberUnseated',
        data: { bodyId: 'board', personId: 'mia', reason: 'Left the department' },
      }));

  it('not without a reason', () =>
    given(...history)
      .when(unseat('mia', ' '))
      .thenRefused('reason-missing'));

  it('only out of a seat', () =>
    given(...history)
      .when(unseat('noor'))
      .thenRefused('not-seated'));

  it('not when the term is over anyway', () =>
    given(...history)
      .when(unseat('mia'), { at: '2027-06-01T00:00:00.000Z' })
      .thenRefused('not-seated'));

  it('and leaves the seat to another', () => {
    const gone: BodyEvent = {
      type: 'MemberUnseated',
      data: { bodyId: 'board', personId: 'mia', reason: 'Left' },
    };
    given(...history, gone)
      .when(seat('noor', 'chair'))
      .then(seated('noor', 'chair'));
  });

  it('not from a body that does not exist', () => given().when(unseat('mia')).thenRefused('body-unknown'));
});
