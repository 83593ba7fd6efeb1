import * as fc from 'fast-check';
import { decider, type BodyCommand } from './body.decider';
import type { SeatRole } from './body.events';

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
  const asked = fc.oneof(fc.constant<BodyCommand>(establish), seating, person.map(unseat));
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
});
