import type { Instant, Policy } from '@docket/kernel';
import type { BodyRefusal } from './body.commands';
import type { EstablishedBody } from './body.state';
import { hasVote, overlap, type Seat } from './seats';

/** A seat as it is asked for, in a body at an instant. */
export type Seating = Readonly<{ seat: Seat; body: EstablishedBody; at: Instant }>;

/** The seats of the body that share a moment with the one asked for. */
const beside = ({ seat, body }: Seating): readonly Seat[] => body.seats.filter((one) => overlap(one, seat));

/** What must hold for a person to be seated as somebody's alternate. */
export const alternatePolicies: readonly Policy<Seating, BodyRefusal>[] = [
  function onlyAnAlternateSitsForAnother({ seat: { role, alternateFor } }) {
    if (role === 'alternate' || alternateFor === undefined) return undefined;
    return {
      code: 'alternate-by-role-only',
      message: `Whoever sits for ${alternateFor} is seated as alternate, not as ${role}. Choose one of them.`,
    };
  },
  function anAlternateSitsForSomebody({ seat: { role, alternateFor } }) {
    if (role !== 'alternate' || alternateFor !== undefined) return undefined;
    return { code: 'alternate-for-nobody', message: 'An alternate sits for somebody: say for whom.' };
  },
  function nobodySitsForThemselves({ seat: { personId, alternateFor } }) {
    if (alternateFor !== personId) return undefined;
    return {
      code: 'alternate-for-oneself',
      message: `${personId} cannot be their own alternate. Name another person.`,
    };
  },
  function nobodySitsForAnAlternate(seating) {
    const { personId, role, alternateFor } = seating.seat;
    const others = beside(seating).filter((one) => one.role === 'alternate');
    const principal = others.find((one) => one.personId === alternateFor);
    const follower = others.find((one) => role === 'alternate' && one.alternateFor === personId);
    if (!principal && !follower) return undefined;
    return {
      code: 'alternate-for-alternate',
      message: principal
        ? `${principal.personId} is an alternate themselves in that term. Name somebody who has a seat with a vote.`
        : `${follower?.personId} is the alternate of ${personId}, and nobody sits for an alternate. Unseat ${follower?.personId} first.`,
    };
  },
  function whomTheySitForHasAVote(seating) {
    const { alternateFor } = seating.seat;
    const principal = beside(seating).find((one) => one.personId === alternateFor && hasVote(one));
    if (alternateFor === undefined || principal) return undefined;
    return {
      code: 'alternate-for-nobody',
      message: `${alternateFor} has no seat with a vote in "${seating.body.name}" in that term. Seat them first, or name another.`,
    };
  },
  function whomTheySitForHasNoOtherAlternate(seating) {
    const { personId, alternateFor } = seating.seat;
    const other = beside(seating).find(
      (one) => one.role === 'alternate' && one.alternateFor === alternateFor && one.personId !== personId,
    );
    if (alternateFor === undefined || !other) return undefined;
    return {
      code: 'alternate-taken',
      message: `${other.personId} is the alternate of ${alternateFor} in that term. Unseat them first, or start the term when theirs ends.`,
    };
  },
];
