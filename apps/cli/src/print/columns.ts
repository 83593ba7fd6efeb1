/** Text in a column of so many characters: cut with an ellipsis, or filled up. */
export const fit = (text: string, width: number, side: 'left' | 'right' = 'left'): string => {
  const cut = text.length > width ? `${text.slice(0, width - 1)}…` : text;
  return side === 'left' ? cut.padEnd(width) : cut.padStart(width);
};

/** A decimal rounded for display; exact numbers are in the JSON. */
export const rounded = (decimal: string | null, places = 3): string => (decimal === null ? '–' : Number(decimal).toFixed(places));
