import { isInstant, type Policy } from '@docket/kernel';
import { alternatePolicies, type Seating } from './alternate.policy';
import type { BodyRefusal } from './body.commands';
import { hasEnded, overlap } from './seats';

/** What must hold for a person to be seated. */
export const seatingPolicies: readonly Policy<Seating, BodyRefusal>[] = [
  function termIsMadeOfInstants({ seat: { from, until } }) {
    if (isInstant(from) && (until === undefined || isInstant(until))) return undefined;
    return {
      code: 'term-malformed',
      message: 'Write the term as moments, such as 2026-01-01T00:00:00.000Z.',
    };
  },
  function termStartsBeforeItEnds({ seat: { from, until } }) {
    if (until === undefined || from < until) return undefined;
    return {
      code: 'term-ends-before-it-starts',
      message: `The term would end at ${until}, before or as it starts at ${from}. Give a later end, or none.`,
    };
  },
  function termDoesNotReachBack({ seat: { from }, at }) {
    if (from >= at) return undefined;
    return {
      code: 'term-starts-in-the-past',
      message: `The term would have started at ${from}. A seat holds from its recording on: leave the start out, or give a later one.`,
    };
  },
  function personHasNoOtherSeat({ seat: { personId }, body, at }) {
    const held = body.seats.find((one) => one.personId === personId && !hasEnded(one, at));
    if (!held) return undefined;
    return {
      code: 'already-seated',
      message: `${personId} has a seat in "${body.name}" as ${held.role} already. Unseat them first.`,
    };
  },
  function chairAndDeputyAreOne({ seat, body }) {
    if (seat.role !== 'chair' && seat.role !== 'deputy') return undefined;
    const other = body.seats.find(
      (one) => one.role === seat.role && overlap(one, seat) && one.personId !== seat.personId,
    );
    if (!other) return undefined;
    return {
      code: seat.role === 'chair' ? 'chair-taken' : 'deputy-taken',
      message: `${other.personId} is ${seat.role} of "${body.name}" in that term. Unseat them first, or start the term when theirs ends.`,
    };
  },
  ...alternatePolicies,
];
