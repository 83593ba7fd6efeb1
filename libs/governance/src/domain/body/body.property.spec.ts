import * as fc from 'fast-check';
import type { BodyCommand } from './body.commands';
import { decider } from './body.decider';
import type { SeatRole } from './body.events';
import { isInTerm } from './seats';

const establish: BodyCommand = {
  type: 'EstablishBody',
  data: {
    bodyId: 'board',
    portfolioId: 'portfolio',
    name: 'Investment Board',
    quorum: { kind: 'count', seats: 3 },
    carryRule: 'majority-of-cast',
    minimumSeats: 3,
    portfolioKnown: true,
  },
};
const unseat = (personId: string): BodyCommand => ({
  type: 'UnseatMember',
  data: { personId, reason: 'Left the department' },
});

describe('Whatever is asked of a body', () => {
  const person = fc.constantFrom('mia', 'noor', 'omar');
  const instant = fc
    .constantFrom('2026-01-01', '2026-06-01', '2027-01-01')
    .map((day) => `${day}T00:00:00.000Z`);
  const seating = fc
    .record({
      personId: person,
      role: fc.constantFrom<SeatRole>('chair', 'member', 'secretary'),
      from: instant,
    })
    .map((data): BodyCommand => ({ type: 'SeatMember', data }));
  const standingIn = fc
    .record({ personId: person, alternateFor: person, from: instant })
    .map((data): BodyCommand => ({ type: 'SeatMember', data: { ...data, role: 'alternate' } }));
  const asked = fc.oneof(
    fc.constant<BodyCommand>(establish),
    seating,
    seating,
    standingIn,
    person.map(unseat),
  );
  /** Mostly of the same term, so that seats meet. */
  const seatedNext = fc.oneof(
    fc
      .record({ personId: person, role: fc.constantFrom<SeatRole>('member', 'member', 'secretary') })
      .map((data): BodyCommand => ({
        type: 'SeatMember',
        data: { ...data, from: '2026-06-01T00:00:00.000Z' },
      })),
    standingIn,
    standingIn,
    person.map(unseat),
  );
  const context = {
    actor: 'ada',
    reach: 'anything',
    at: '2026-03-02T09:00:00.000Z',
    now: '2026-03-02T09:00:00.000Z',
    origin: 'live',
  } as const;

  const after = (commands: readonly BodyCommand[]) =>
    commands.reduce((state, command) => {
      const verdict = decider.decide(command, state, context);
      return verdict.outcome === 'accepted' ? verdict.events.reduce(decider.evolve, state) : state;
    }, decider.initialState());

  it('the same asked again changes nothing or is refused', () =>
    fc.assert(
      fc.property(fc.array(asked), asked, (before, last) => {
        const verdict = decider.decide(last, after([...before, last]), context);
        expect(verdict.outcome === 'refused' || verdict.events.length === 0).toBe(true);
      }),
    ));

  it('a person has one seat, and at no moment are there two chairs', () =>
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 30 }), (commands) => {
        const body = after(commands);
        const seats = body.status === 'absent' ? [] : body.seats;
        expect(new Set(seats.map(({ personId }) => personId)).size).toBe(seats.length);
        expect(seats.filter(({ role }) => role === 'chair').length).toBeLessThanOrEqual(1);
      }),
    ));

  it('at no moment has anybody two alternates, and nobody sits for themselves or for an alternate', () =>
    fc.assert(
      fc.property(fc.array(seatedNext, { minLength: 10, maxLength: 40 }), instant, (commands, at) => {
        const body = after([establish, ...commands]);
        const seats = body.status === 'absent' ? [] : body.seats;
        const inTerm = seats.filter((seat) => isInTerm(seat, at));
        const alternates = inTerm.filter(({ role }) => role === 'alternate');
        const principals = alternates.map(({ alternateFor }) => alternateFor);
        expect(new Set(principals).size).toBe(principals.length);
        const barred = alternates.map(({ personId }) => personId);
        expect(principals.filter((who) => who !== undefined && barred.includes(who))).toEqual([]);
      }),
      { numRuns: 3_000 },
    ));
});
