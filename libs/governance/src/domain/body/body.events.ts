import type { DecimalText, Event, Instant } from '@docket/kernel';

/**
 * How many entitled seats must vote: a number of them, or a share (0 to 1) of them; `withLead`: whoever leads among them. Abstentions
 * count.
 */
export type QuorumRule = Readonly<
  | { kind: 'count'; seats: number; withLead?: boolean }
  | { kind: 'share'; share: DecimalText; withLead?: boolean }
>;

/** Which share of which votes carries a motion. `majority-or-casting-vote`: where as many voted for as against, as whoever leads voted. */
export type CarryRule =
  | 'majority-or-casting-vote'
  | 'two-thirds-of-all'
  | 'majority-of-cast'
  | 'majority-of-present'
  | 'majority-of-all'
  | 'two-thirds-of-cast'
  | 'unanimity-of-cast';

/**
 * A deputy votes, and leads where the chair has no seat in term or is recused. An alternate votes in the place of the one they sit for, and has
 * no seat of their own to count.
 */
export type SeatRole = 'chair' | 'deputy' | 'member' | 'secretary' | 'alternate';

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
/** A secretary has a seat without a vote. `until` is exclusive; `alternateFor` is whom an alternate sits for, and absent of all others. */
export type MemberSeated = Event<
  'MemberSeated',
  { bodyId: string; personId: string; role: SeatRole; alternateFor?: string; from: Instant; until?: Instant }
>;
export type MemberUnseated = Event<'MemberUnseated', { bodyId: string; personId: string; reason: string }>;

/** From now on ballots are opened by these rules, the `rules`-th the body has; open ones keep theirs. */
export type BodyRulesChanged = Event<
  'BodyRulesChanged',
  {
    bodyId: string;
    quorum: QuorumRule;
    carryRule: CarryRule;
    minimumSeats: number;
    rules: number;
    reason: string;
  }
>;

export type BodyEvent = BodyRulesChanged | BodyEstablished | MemberSeated | MemberUnseated;
