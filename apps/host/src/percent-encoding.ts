const isEncoded = (text: string): boolean => {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
};

/** What is wrong with an address whose percent signs begin no character, and what helps; nothing where all is well. The address is not told. */
export const encodingMistakes = (name: string, address: string): readonly string[] =>
  isEncoded(address)
    ? []
    : [
        `${name} has a % that begins no percent-encoded character. In a user or password write what is no letter or digit percent-encoded: % as %25, @ as %40, / as %2F.`,
      ];
