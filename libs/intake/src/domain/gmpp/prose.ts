/**
 * Repairs what a wrong decoding did to the pound sign, dashes, quotes and bullets, and only where it is certain. The lists
 * that go round were Latin-1, read as Latin-2 (£ → Ł), partly written as UTF-8 and read as Latin-2 once more (Ł → Ĺ and U+0081).
 */
const REPAIRS: readonly (readonly [RegExp, string])[] = [
  [/Ĺ\u0081/g, '£'],
  [/Â(?=[\u0080-\u009f\u00a0\u00ad])/g, ''],
  [/Ĺ˝/g, '®'],
  [/Ë\u009d/g, '½'],
  [/Ë\u0087|ˇ/g, '·'],
  [/(?<=\bUK)Ł|Ł(?=\s?-?\d|(?:m|M|bn|k)\b)/g, '£'],
  [/\u0081(?=\s?\d)/g, '£'],
];

const windows1252 = new TextDecoder('windows-1252');

/** A control character of Latin-1 is what the same byte means in Windows-1252; five bytes mean nothing there and stay. */
const asWindows = (character: string): string => windows1252.decode(Uint8Array.of(character.charCodeAt(0)));

/** Free text with certain repairs, one kind of line end and no blanks around it; nothing is cut. */
export const prose = (text: string): string =>
  REPAIRS.reduce((repaired, [broken, right]) => repaired.replace(broken, right), text)
    .replace(/[\u0080-\u009f]/g, asWindows)
    .replace(/\u00a0/g, ' ')
    .replace(/\r+\n?/g, '\n')
    .trim();

/** Without what cannot be seen: control characters, and those that turn the direction of what is read. */
const visible = (text: string): string => text.replace(/(?![\n\r\t])[\p{Cc}\p{Cf}]/gu, '');

/** A name on one line: repaired, visible throughout, with single blanks. */
export const oneLine = (text: string): string => visible(prose(text)).replace(/\s+/g, ' ').trim();
