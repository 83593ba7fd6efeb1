import { Decimal } from '@docket/kernel';

/** A decimal rounded half-even for display, as reasons are, and filled up to the places shown. */
export const shown = (decimal: string | null, places = 2): string => {
  if (decimal === null) return '–';
  const [whole = '', fraction = ''] = Decimal.of(decimal).rounded(places).toString().split('.');
  return places > 0 ? `${whole}.${fraction.padEnd(places, '0')}` : whole;
};

/** A share of one as whole per cent. */
export const percent = (share: string): string =>
  `${shown(Decimal.of(share).times(Decimal.of(100)).toString(), 0)} %`;

/** An amount in groups of three digits, with its currency. */
export const amount = (currency: string, decimal: string): string => {
  const [whole = '', fraction] = decimal.split('.');
  return `${currency} ${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction === undefined ? '' : `.${fraction}`}`;
};
