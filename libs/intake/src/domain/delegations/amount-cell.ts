import { Decimal, isDecimal, type DecimalText } from '@docket/kernel';
import { notTaken, taken, type Cell } from './cell';

const GROUP = "[,\u0020\u00a0\u2009\u202f\u2019']";
/** Digits as they are, or in groups of three, apart by one and the same sign; then a fraction behind a point. */
const NUMBER = new RegExp(
  `^(?<whole>\\d{1,40}|\\d{1,3}(?<group>${GROUP})\\d{3}(?:\\k<group>\\d{3}){0,12})(?<fraction>\\.\\d{1,40})?$`,
  'u',
);
const TIMES: readonly (readonly [RegExp, bigint])[] = [
  [/\s?(?:k|thousand)$/i, 1_000n],
  [/\s?(?:m|million)$/i, 1_000_000n],
  [/\s?(?:bn|billion)$/i, 1_000_000_000n],
];

const HELP = 'Write it as 5000000, 5,000,000, 5 000 000 or 5m.';

/** How a currency is written: its code, and the sign people use for it. */
const signsOf = (currency: string): readonly string[] => {
  const format = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });
  const sign = format.formatToParts(0).find(({ type }) => type === 'currency')?.value;
  return sign === undefined ? [currency] : [currency, sign];
};

const withoutSign = (text: string, currency: string): string => {
  for (const sign of signsOf(currency)) {
    const upper = text.toUpperCase();
    if (upper.startsWith(sign.toUpperCase())) return text.slice(sign.length).trim();
    if (upper.endsWith(sign.toUpperCase())) return text.slice(0, -sign.length).trim();
  }
  return text;
};

const whyNot = (text: string, currency: string): string => {
  if (text.startsWith('-') || /^\(.*\)$/.test(text)) return 'A limit is an amount from 0 on.';
  if (/\p{Sc}|\b[A-Z]{3}\b/u.test(text))
    return `Limits are in ${currency}, the currency of the portfolio. ${HELP}`;
  if (/\d[eE][+-]?\d/.test(text)) return `A spreadsheet has shortened it, and digits may be lost. ${HELP}`;
  if (/[.,]/.test(text))
    return `A comma stands between groups of three digits only, a point before a fraction only. ${HELP}`;
  return `Not an amount. ${HELP}`;
};

/** `1.000`: one, or a thousand? */
const isAmbiguous = (text: string): boolean => /^[1-9]\d{0,2}\.\d{3}$/.test(text);

/**
 * Reads an amount as people write it in a spreadsheet, exactly: with or without the sign or code of the portfolio's currency, thousands
 * apart by comma, blank or apostrophe, a point before the fraction, and k, m or bn behind it. What could be two amounts is not taken.
 */
export const readAmount = (text: string, currency: string): Cell<DecimalText> => {
  const bare = withoutSign(text.trim(), currency);
  if (isAmbiguous(bare))
    return notTaken(`It could be ${bare.replace('.', '')} or ${bare.replace(/\.?0+$/, '')}. ${HELP}`);
  const [ending, times] = TIMES.find(([one]) => one.test(bare)) ?? [/$/, 1n];
  const { whole, fraction = '' } = NUMBER.exec(bare.replace(ending, ''))?.groups ?? {};
  if (whole === undefined) return notTaken(whyNot(bare, currency));
  const amount = Decimal.of(whole.replace(/\D/g, '') + fraction)
    .times(Decimal.of(times))
    .toString();
  return isDecimal(amount) ? taken(amount) : notTaken(`More digits than an amount can have. ${HELP}`);
};

/** Writes what `readAmount` reads: a fraction of three digits, which could be thousands, gets a fourth. */
export const writeAmount = (amount: DecimalText): string => (isAmbiguous(amount) ? `${amount}0` : amount);
