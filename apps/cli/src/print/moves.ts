import { dayOf, Decimal, rounded } from '@docket/kernel';
import { pageWidth, paragraph } from './columns';
import { momentInWords } from './moment';

type Stood = Readonly<{ rank: number | null; score: string | null }>;

type Part = Readonly<{
  number: number;
  date: string;
  sentence: string;
  reason: string | null;
  score: string;
  places: number;
  turn: string | null;
}>;

type Row = Readonly<{
  name: string;
  kind: string;
  then: Stood;
  now: Stood;
  score: string;
  places: number;
  placesByOthers: number;
  parts: readonly Part[];
}>;

/** What `moves` answers, as far as a terminal shows it. */
export type MovesAnswer = Readonly<{
  asOf: Readonly<{ token: string; number: number; at: string }>;
  since: Readonly<{ number: number; at: string | null }>;
  portfolio: Readonly<{ name: string }>;
  model: Readonly<{ name: string }>;
  notices: readonly Readonly<{ text: string }>[];
  rows: readonly Row[];
}>;

const stood = ({ rank, score }: Stood): string =>
  rank === null ? 'unranked' : `${rank} (${rounded(score, 3)})`;

const signed = (decimal: string): string =>
  `${Decimal.of(decimal).isNegative ? '' : '+'}${rounded(decimal, 3)}`;

const places = (count: number): string => {
  if (count === 0) return 'no place';
  return `${Math.abs(count)} place${Math.abs(count) > 1 ? 's' : ''} ${count > 0 ? 'up' : 'down'}`;
};

type Telling = Readonly<{ timeZone: string; width: number; named: (text: string) => string }>;

const partLine = (
  { number, date, sentence, reason, score, places: by, turn }: Part,
  { timeZone, named }: Telling,
): string =>
  `${named(sentence)}${reason === null ? '' : `: “${reason}”`} (event ${number}, ${dayOf(date, timeZone)}): ${signed(score)}, ${places(by)}${turn ? `, ${turn}` : ''}`;

const rowLines = (row: Row, telling: Telling): string[] => [
  ...paragraph(`${row.name}: ${row.kind}, ${stood(row.then)} → ${stood(row.now)}`, {
    first: '',
    width: telling.width,
  }),
  ...row.parts.flatMap((part) => paragraph(partLine(part, telling), { first: '    ', width: telling.width })),
  ...(row.placesByOthers === 0
    ? []
    : paragraph(`events of others: ${places(row.placesByOthers)}`, { first: '    ', width: telling.width })),
];

/** What moved since an earlier moment, for a terminal: each component with the events that moved it. */
export const movesTable = (
  { asOf, since, portfolio, model, notices, rows }: MovesAnswer,
  timeZone: string,
  named: Telling['named'],
  width = pageWidth(),
): string => {
  const from = since.at === null ? 'the beginning' : momentInWords({ ...since, at: since.at }, timeZone);
  const head = `${portfolio.name}, ranked by ${model.name}, from ${from} to ${momentInWords(asOf, timeZone)}`;
  return [
    ...paragraph(head, { first: '', width }),
    ...notices.flatMap(({ text }) => paragraph(text, { first: '  note: ', width })),
    '',
    ...(rows.length === 0
      ? paragraph(`Nothing moved since ${from}.`, { first: '', width })
      : rows.flatMap((row) => rowLines(row, { timeZone, width, named }))),
    '',
    'The same again, for ever: --as-of \\',
    `  ${asOf.token}`,
    '',
  ].join('\n');
};
