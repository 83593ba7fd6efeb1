import { pageWidth, paragraph } from './columns';

/** What a letter answers, as far as a terminal shows it. */
export type LetterAnswer = Readonly<{ asOf: Readonly<{ token: string }>; text: string }>;

/** A letter in lines of the terminal's width, and the token that asks for it again. */
export const letterPage = ({ asOf, text }: LetterAnswer, width = pageWidth()): string =>
  [
    ...text.split('\n').flatMap((line) => (line === '' ? [''] : paragraph(line, { first: '', width }))),
    '',
    'The same again, for ever: --as-of \\',
    `  ${asOf.token}`,
    '',
  ].join('\n');
