import type { Command, Instant } from '@docket/kernel';
import type { CarryRule, QuorumRule, SeatRole } from './body.events';

/** `portfolioKnown` is a fact gathered from the portfolio's stream. */
export type EstablishBody = Command<
  'EstablishBody',
  {
    bodyId: string;
    portfolioId: string;
    name: string;
    quorum: QuorumRule;
    carryRule: CarryRule;
    minimumSeats: number;
    portfolioKnown: boolean;
  }
>;
/** Without `from` the term starts now; `alternateFor` of an alternate, and of nobody else. */
export type SeatMember = Command<
  'SeatMember',
  { personId: string; role: SeatRole; alternateFor?: string; from?: Instant; until?: Instant }
>;
export type UnseatMember = Command<'UnseatMember', { personId: string; reason: string }>;
export type ChangeBodyRules = Command<
  'ChangeBodyRules',
  { quorum: QuorumRule; carryRule: CarryRule; minimumSeats: number; reason: string }
>;
export type BodyCommand = EstablishBody | SeatMember | UnseatMember | ChangeBodyRules;

export type BodyRefusal =
  | 'portfolio-unknown'
  | 'name-blank'
  | 'quorum-out-of-range'
  | 'minimum-seats-out-of-range'
  | 'quorum-larger-than-body'
  | 'minimum-larger-than-body'
  | 'lead-missing'
  | 'body-name-taken'
  | 'body-unknown'
  | 'term-malformed'
  | 'term-ends-before-it-starts'
  | 'term-starts-in-the-past'
  | 'already-seated'
  | 'chair-taken'
  | 'deputy-taken'
  | 'alternate-for-nobody'
  | 'alternate-for-oneself'
  | 'alternate-for-alternate'
  | 'alternate-taken'
  | 'alternate-by-role-only'
  | 'not-seated'
  | 'reason-missing';
