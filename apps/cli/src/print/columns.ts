/** Text in a column of so many characters: cut with an ellipsis, or filled up. */
export const fit = (text: string, width: number, side: 'left' | 'right' = 'left'): string => {
  const cut = text.length > width ? `${text.slice(0, width - 1)}…` : text;
  return side === 'left' ? cut.padEnd(width) : cut.padStart(width);
};

/** How wide the terminal is: 80 where there is none, and no wider than is pleasant to read. */
export const pageWidth = (): number => Math.max(60, Math.min(process.stdout.columns ?? 80, 120));

const splitLongWord = (word: string, width: number): string[] =>
  word.length <= width ? [word] : [word.slice(0, width), ...splitLongWord(word.slice(width), width)];

/** Text in lines of at most so many characters, broken between words; a longer word is broken too. Never empty. */
export const wrapped = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((one) => splitLongWord(one, width))) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
};

/** A paragraph whose lines begin with `first` and then with as many spaces. */
export const paragraph = (
  text: string,
  { first, width }: Readonly<{ first: string; width: number }>,
): string[] =>
  wrapped(text, width - first.length).map(
    (line, index) => `${index === 0 ? first : ' '.repeat(first.length)}${line}`,
  );
