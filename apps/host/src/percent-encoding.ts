const plain = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

/** The text without percent-encoding; as it came where it is encoded wrongly. */
export const decoded = (text: string): string => plain(text) ?? text;

/** What is wrong with an address whose percent signs begin no character, and what helps; nothing where all is well. The address is not told. */
export const encodingMistakes = (name: string, address: string): readonly string[] =>
  plain(address) === undefined
    ? [
        `${name} has a % that begins no percent-encoded character. In a user or password write what is no letter or digit percent-encoded: % as %25, @ as %40, / as %2F.`,
      ]
    : [];
