import { Decimal, isDecimal, type DecimalText } from './decimal';

/** An exact amount in one currency (ISO 4217). Rounded only for display. */
export type Money = Readonly<{ amount: DecimalText; currency: string }>;

/** Money from text; the amount is written canonically. @throws NotADecimal */
export const money = (amount: DecimalText, currency: string): Money => ({
  amount: Decimal.of(amount).toString(),
  currency,
});

/** Whether the amount is a decimal that is not below zero. */
export const isAmount = (text: unknown): text is DecimalText =>
  isDecimal(text) && !Decimal.of(text).isNegative;
