/** A name for comparison: letters and digits only, so that `HS2 Phase1` is `HS2 - Phase 1`. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether the letters stand in the text in this order, the first of them at its start. */
const abbreviates = (letters: string, text: string): boolean => {
  let at = -1;
  for (const letter of letters) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return letters.length > 1 && letters[0] === text[0];
};

/** The same without an abbreviation of itself in brackets: `Spearfish Upgrade (SFU) Programme`. */
export const bareNameKey = (name: string): string => {
  const [, before = '', letters = '', after = ''] =
    /^([^()]+)\(([A-Z][A-Za-z0-9]*[A-Z0-9][A-Za-z0-9]*)\)([^()]*)$/.exec(name) ?? [];
  return letters !== '' && abbreviates(nameKey(letters), nameKey(before + after))
    ? nameKey(before + after)
    : nameKey(name);
};
