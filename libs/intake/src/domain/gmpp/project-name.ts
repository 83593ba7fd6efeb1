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
  return letters[0] === text[0];
};

/** A short word of mostly capitals, in brackets. */
const BRACKETED = /^([^()]+)\(([A-Z][A-Za-z0-9]{1,15})\)([^()]*)$/;

/** The same without an abbreviation of itself in brackets: `Spearfish Upgrade (SFU) Programme`. */
export const bareNameKey = (name: string): string => {
  const [, before = '', word = '', after = ''] = BRACKETED.exec(name) ?? [];
  const bare = nameKey(before + after);
  const capitals = word.replace(/[a-z]/g, '');
  return capitals.length > 1 && abbreviates(word.toLowerCase(), bare) ? bare : nameKey(name);
};
