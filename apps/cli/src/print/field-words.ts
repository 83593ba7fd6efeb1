/** What a field holds, as people read it. */
export const valueInWords = (value: unknown): string => {
  if (value === null) return 'nothing';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** The name of a field as words: `earned value`. */
export const fieldInWords = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
