import { specFor } from '@docket/kernel/testing';
import type { ChangeBodyRules } from './body.commands';
import { decider } from './body.decider';
import type { BodyEvent, SeatRole } from './body.events';

const { given } = specFor(decider);
const established: BodyEvent = {
  type: 'BodyEstablished',
  data: {
    ...{ bodyId: 'board', portfolioId: 'portfolio', name: 'Board' },
    ...{ quorum: { kind: 'count', seats: 2 }, carryRule: 'majority-of-cast', minimumSeats: 2 },
  },
};
const rules: ChangeBodyRules['data'] = {
  ...{ quorum: { kind: 'share', share: '0.5', withLead: true }, carryRule: 'majority-or-casting-vote' },
  ...{ minimumSeats: 3, reason: 'It has grown.' },
};
const change = (over: Partial<ChangeBodyRules['data']> = {}): ChangeBodyRules => ({
  type: 'ChangeBodyRules',
  data: { ...rules, ...over },
});
const changed = (version: number): BodyEvent => ({
  type: 'BodyRulesChanged',
  data: { bodyId: 'board', ...rules, rules: version },
});
const back: Extract<BodyEvent, { type: 'BodyRulesChanged' }> = {
  type: 'BodyRulesChanged',
  data: {
    ...{ bodyId: 'board', quorum: { kind: 'count', seats: 2 }, carryRule: 'majority-of-cast' },
    ...{ minimumSeats: 2, rules: 3, reason: 'It has shrunk.' },
  },
};

describe('The rules of a body are changed', () => {
  it('with the reason, and counted', () => {
    given(established).when(change()).then(changed(2));
    given(established, changed(2), back).when(change()).then(changed(4));
  });
  it('not to what they are already', () => given(established, changed(2)).when(change()).thenNothing());
  it('not without a reason', () =>
    given(established)
      .when(change({ reason: ' ' }))
      .thenRefused('reason-missing'));
  it('not to what cannot be counted', () => {
    given(established)
      .when(change({ quorum: { kind: 'count', seats: 0 } }))
      .thenRefused('quorum-out-of-range');
    given(established)
      .when(change({ minimumSeats: 0 }))
      .thenRefused('minimum-seats-out-of-range');
  });
  it('not to what they are already, however that is written', () => {
    const half = { kind: 'share', share: '0.5' } as const;
    const asHalf: BodyEvent = { type: 'BodyRulesChanged', data: { ...back.data, quorum: half, rules: 4 } };
    const asBefore = { carryRule: 'majority-of-cast', minimumSeats: 2 } as const;
    given(established, asHalf)
      .when(change({ ...asBefore, quorum: { ...half, share: '0.50', withLead: false } }))
      .thenNothing();
    given(established, asHalf)
      .when(change({ ...asBefore, quorum: { ...half, withLead: true } }))
      .then({
        type: 'BodyRulesChanged',
        data: {
          ...{ bodyId: 'board', ...rules, ...asBefore, quorum: { ...half, withLead: true }, rules: 5 },
        },
      });
  });
  it('only of a body that exists', () => given().when(change()).thenRefused('body-unknown'));
});

describe('Rules that nobody can meet', () => {
  const seated = (
    personId: string,
    role: SeatRole,
    until?: string,
    from = '2026-01-01T00:00:00.000Z',
  ): BodyEvent => ({
    type: 'MemberSeated',
    data: {
      ...{ bodyId: 'board', personId, role, from },
      ...(until === undefined ? {} : { until }),
    },
  });
  const three = [seated('cleo', 'chair'), seated('mona', 'member'), seated('milo', 'member')];
  const seats = (count: number) => change({ quorum: { kind: 'count', seats: count }, minimumSeats: 1 });

  it('are a quorum of more seats than have a vote', () => {
    given(established, ...three, seated('sami', 'secretary'))
      .when(seats(4))
      .thenRefused('quorum-larger-than-body');
    given(established, ...three.slice(0, 2), seated('milo', 'member', '2026-03-02T09:00:00.000Z'))
      .when(seats(3))
      .thenRefused('quorum-larger-than-body');
  });
  it('are fewest seats above those that have a vote', () =>
    given(established, ...three)
      .when(change({ minimumSeats: 4 }))
      .thenRefused('minimum-larger-than-body'));
  it('are a quorum with who leads where there is neither chair nor deputy', () =>
    given(established, ...three.slice(1))
      .when(change({ minimumSeats: 2 }))
      .thenRefused('lead-missing'));
  it('are not those that everybody together meets, who is seated for a later term included', () => {
    const data = { ...rules, quorum: { kind: 'count', seats: 3 }, minimumSeats: 1 } as const;
    given(established, ...three)
      .when(seats(3))
      .then({ type: 'BodyRulesChanged', data: { bodyId: 'board', ...data, rules: 2 } });
    const joins = seated('milo', 'member', undefined, '2026-07-01T00:00:00.000Z');
    given(established, ...three.slice(0, 2), joins)
      .when(seats(3))
      .then({ type: 'BodyRulesChanged', data: { bodyId: 'board', ...data, rules: 2 } });
  });
  it('are not known where nobody is seated yet', () =>
    given(established)
      .when(seats(9))
      .then({
        type: 'BodyRulesChanged',
        data: { bodyId: 'board', ...rules, quorum: { kind: 'count', seats: 9 }, minimumSeats: 1, rules: 2 },
      }));
});

describe('A deputy is seated', () => {
  const seat = (personId: string, from?: string) =>
    ({
      type: 'SeatMember',
      data: { personId, role: 'deputy', ...(from === undefined ? {} : { from }) },
    }) as const;
  const seated = (personId: string, until?: string): BodyEvent => ({
    type: 'MemberSeated',
    data: {
      ...{ bodyId: 'board', personId, role: 'deputy', from: '2026-03-02T09:00:00.000Z' },
      ...(until === undefined ? {} : { until }),
    },
  });
  it('one at a time', () => {
    given(established).when(seat('dora')).then(seated('dora'));
    given(established, seated('dora')).when(seat('emil')).thenRefused('deputy-taken');
  });
  it('after another', () => {
    const until = '2026-06-01T00:00:00.000Z';
    given(established, seated('dora', until))
      .when(seat('emil', until))
      .then({
        type: 'MemberSeated',
        data: { bodyId: 'board', personId: 'emil', role: 'deputy', from: until },
      });
  });
});
