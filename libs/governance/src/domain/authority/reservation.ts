import { Decimal, type DecimalText, type Instant } from '@docket/kernel';

/** What is used of an authority for one motion: held until its decision is recorded, then confirmed; what is released is gone. */
export type Reservation = Readonly<{
  motionId: string;
  projectId: string;
  /** The outermost programme the component stood in then; null: in none. */
  programme: string | null;
  /** The components it was linked to then, by dependencies. */
  linked: readonly string[];
  /** The increase of whole-life commitment that the decision authorises, in the currency of the portfolio. */
  value: DecimalText;
  at: Instant;
  /** The period of the grant's limit it counts in; null where that has none. */
  period: string | null;
  state: 'reserved' | 'confirmed';
}>;

/** What is used of a period, reservations and confirmations together, without one motion. */
export const usedIn = (account: readonly Reservation[], period: string, exceptMotion?: string): Decimal =>
  Decimal.sum(
    account
      .filter((one) => one.period === period && one.motionId !== exceptMotion)
      .map(({ value }) => Decimal.of(value)),
  );
