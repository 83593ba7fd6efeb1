/** A decimal rounded for display; exact numbers are in the JSON. */
export const rounded = (decimal: string | null, places = 3): string =>
  decimal === null ? '–' : Number(decimal).toFixed(places);

/** A share of one as per cent. */
export const percent = (decimal: string, places = 0): string =>
  `${(Number(decimal) * 100).toFixed(places)} %`;

const grouped = (decimal: string): string => {
  const [whole = '', fraction] = decimal.split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction === undefined ? '' : `.${fraction}`}`;
};

/** A measured value with its unit: money in groups of three digits, a ratio as per cent. */
export const measured = (value: string, unit: string | null): string => {
  if (unit === 'ratio') return percent(value, 1);
  return unit === null ? value : `${unit} ${grouped(value)}`;
};
