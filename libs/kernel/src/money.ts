import { Decimal, isDecimal, type DecimalText } from './decimal';

/** An exact amount in one currency (ISO 4217). Rounded only for display. */
export type Money = Readonly<{ amount: DecimalText; currency: string }>;

/** Thrown when amounts of different currencies meet: only money of one currency is added. */
export class CurrencyMismatch extends Error {
  override readonly name = 'CurrencyMismatch';
}

/** Money from text; the amount is written canonically. @throws NotADecimal */
export const money = (amount: DecimalText, currency: string): Money => ({
  amount: Decimal.of(amount).toString(),
  currency,
});

/** Sum of amounts of one currency. @throws CurrencyMismatch | NotADecimal */
export const addMoney = (first: Money, ...others: readonly Money[]): Money => {
  const stranger = others.find((other) => other.currency !== first.currency);
  if (stranger) throw new CurrencyMismatch(`${first.currency} and ${stranger.currency} cannot be added.`);
  return money(Decimal.sum([first, ...others].map((m) => Decimal.of(m.amount))).toString(), first.currency);
};

/** Whether the amount is a decimal that is not below zero. */
export const isAmount = (text: unknown): text is DecimalText =>
  isDecimal(text) && !Decimal.of(text).isNegative;
