import { Decimal, type DecimalText } from './decimal';

/** A decimal rounded half-even for display and filled up to the places shown; a dash where there is none. */
export const rounded = (decimal: DecimalText | null, places: number): string => {
  if (decimal === null) return '–';
  const [whole = '', fraction = ''] = Decimal.of(decimal).rounded(places).toString().split('.');
  return places > 0 ? `${whole}.${fraction.padEnd(places, '0')}` : whole;
};

/** A share of one as per cent. */
export const percent = (share: DecimalText, places = 0): string =>
  `${rounded(Decimal.of(share).times(Decimal.of(100)).toString(), places)} %`;

/** An amount in groups of three digits behind its currency, exact. */
export const amountInWords = (currency: string, decimal: DecimalText): string => {
  const [whole = '', fraction] = decimal.split('.');
  return `${currency} ${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction === undefined ? '' : `.${fraction}`}`;
};

/** The code of a currency, which stands before its amount. */
const CURRENCY = /^[A-Z]{3}$/;

/** A measured value with its unit: a ratio as per cent, money behind its currency, anything else before its unit, a rating as it is. */
export const measuredInWords = (value: string, unit: string | null): string => {
  if (unit === 'ratio') return percent(value, 1);
  if (unit === null) return value;
  return CURRENCY.test(unit)
    ? amountInWords(unit, value)
    : `${amountInWords('', value).trim()} ${unit}`.trim();
};
