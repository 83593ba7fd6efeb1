import type { DecimalText, Instant } from '@docket/kernel';
import type { AskedFor } from '../authority/authority';
import { countedValue, type Undertaking } from '../authority/linked';
import type { Reservation } from '../authority/reservation';

/** A motion as authority is asked for it, without the moment: gathered from streams, or read from rows. */
export type MotionFacts = Readonly<{
  motionId: string;
  of: Undertaking;
  asked: Omit<AskedFor, 'counted' | 'at'>;
  /** The increase of whole-life commitment it authorises, in the currency of the portfolio. */
  value: DecimalText;
  /** What is reserved and confirmed in all accounts of the portfolio. */
  accounts: readonly Reservation[];
  timeZone: string;
}>;

/** A motion at a moment, with its counted value and the motions that count together with it. */
export type Deciding = Readonly<{
  motion: MotionFacts;
  asked: AskedFor;
  counted: DecimalText;
  together: readonly string[];
}>;

/** A motion as it is judged at a moment. */
export const decidingAt = (motion: MotionFacts, at: Instant): Deciding => {
  const { motionId, of, value, accounts } = motion;
  const { counted, together } = countedValue({ motionId, of, value, at }, accounts);
  return { motion, asked: { ...motion.asked, counted, at }, counted, together };
};
