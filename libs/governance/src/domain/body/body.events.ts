import type { DecimalText, Event, Instant } from '@docket/kernel';

/** How many entitled seats must vote: a number of them, or a share (0 to 1) of them. Abstentions count. */
export type QuorumRule = Readonly<{ kind: 'count'; seats: number } | { kind: 'share'; share: DecimalText }>;

/** Which share of which votes carries a motion. */
export type CarryRule =
  'majority-of-cast' | 'majority-of-present' | 'majority-of-all' | 'two-thirds-of-cast' | 'unanimity-of-cast';

export type SeatRole = 'chair' | 'member' | 'secretary';

export type BodyEstablished = Event<
  'BodyEstablished',
  {
    bodyId: string;
    portfolioId: string;
    name: string;
    quorum: QuorumRule;
    carryRule: CarryRule;
    minimumSeats: number;
  }
>;
/** A secretary has a seat without a vote. `until` is exclusive. */
export type MemberSeated = Event<
  'MemberSeated',
  { bodyId: string; personId: string; role: SeatRole; from: Instant; until?: Instant }
>;
export type MemberUnseated = Event<'MemberUnseated', { bodyId: string; personId: string; reason: string }>;

export type BodyEvent = BodyEstablished | MemberSeated | MemberUnseated;
