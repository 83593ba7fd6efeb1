import { Decimal } from '@docket/kernel';

/** A decimal rounded half-even for display, as reasons are, and filled up to the places shown; exact numbers are in the JSON. */
export const rounded = (decimal: string | null, places = 3): string => {
  if (decimal === null) return '–';
  const [whole = '', fraction = ''] = Decimal.of(decimal).rounded(places).toString().split('.');
  return places > 0 ? `${whole}.${fraction.padEnd(places, '0')}` : whole;
};

/** A share of one as per cent. */
export const percent = (decimal: string, places = 0): string =>
  `${rounded(Decimal.of(decimal).times(Decimal.of(100)).toString(), places)} %`;

const grouped = (decimal: string): string => {
  const [whole = '', fraction] = decimal.split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction === undefined ? '' : `.${fraction}`}`;
};

/** A measured value with its unit: money in groups of three digits, a ratio as per cent. */
export const measured = (value: string, unit: string | null): string => {
  if (unit === 'ratio') return percent(value, 1);
  return unit === null ? value : `${unit} ${grouped(value)}`;
};
