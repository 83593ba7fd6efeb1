/** Negative, zero or positive by code units: the same on every machine, unlike collations. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
