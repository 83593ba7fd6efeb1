import { pageWidth, paragraph } from './columns';
import { momentInWords, type Moment } from './moment';

/** Where an answer stands, with the token that asks for it again. */
export type AsOf = Moment & Readonly<{ token: string }>;

/** The heading of an answer, its lines, and how to get the same again. */
export const sheet = (
  title: string,
  asOf: AsOf,
  {
    timeZone,
    lines,
    width = pageWidth(),
  }: Readonly<{ timeZone: string; lines: readonly string[]; width?: number }>,
): string =>
  [
    ...paragraph(`${title}, as of ${momentInWords(asOf, timeZone)}`, { first: '', width }),
    '',
    ...lines,
    '',
    'The same again, for ever: --as-of \\',
    `  ${asOf.token}`,
    '',
  ].join('\n');

/** Lines under a heading of their own; none where there is nothing under it. */
export const part = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`${heading}:`, ...lines, ''];

/** What to know to read an answer rightly, and a blank line; nothing where there is nothing to know. */
export const noted = (
  notices: readonly Readonly<{ text: string }>[],
  width = pageWidth(),
): readonly string[] =>
  notices.length === 0
    ? []
    : [...notices.flatMap(({ text }) => paragraph(text, { first: '  note: ', width })), ''];

/** Text as an item, indented by its depth. */
export const item = (text: string, depth = 1, width = pageWidth()): readonly string[] =>
  paragraph(text, { first: ' '.repeat(2 * depth), width });

/** A reason by its code, as people write it. */
export const reasonInWords = (code: string | null): string => (code ?? 'unknown').replaceAll('-', ' ');
