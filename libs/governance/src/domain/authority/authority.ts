import type { DecimalText, Instant } from '@docket/kernel';
import type { Outcome } from '../motion/motion.events';
import type { PeriodUnit } from './calendar-period';

/** How much may be authorised within one period of the calendar, in the currency of the portfolio. */
export type PeriodLimit = Readonly<{ amount: DecimalText; period: PeriodUnit }>;

/** What a body may decide, and up to what value. Null says: without this limit. Amounts are in the currency of the portfolio. */
export type Authority = Readonly<{
  /** Nodes of the composition it covers, each with all that stands in it; null: the whole portfolio. */
  domains: readonly string[] | null;
  /** Kinds of decision in the words of the organisation, such as `operating`, `capital` or `disposal`; null: every kind. */
  kinds: readonly string[] | null;
  /** null: every outcome. */
  outcomes: readonly Outcome[] | null;
  /** The largest value of one decision. */
  perDecision: DecimalText | null;
  perPeriod: PeriodLimit | null;
  from: Instant;
  /** Excluded; null: until it is revoked. */
  until: Instant | null;
}>;

/** What an authority is asked for: the facts of one motion. */
export type AskedFor = Readonly<{
  portfolioId: string;
  /** The nodes the component stands in, innermost first; none: the portfolio itself. */
  path: readonly string[];
  /** The kind of decision; null where the motion does not say. */
  kind: string | null;
  /** What is asked: one outcome, of a slate one of each that it asks. */
  outcomes: readonly Outcome[];
  /** The value counted against the limit per decision: its own increase with what is linked to it. */
  counted: DecimalText;
  at: Instant;
}>;
