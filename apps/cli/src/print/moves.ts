import { dayOf, Decimal, rounded } from '@docket/kernel';
import { pageWidth, paragraph } from './columns';
import { momentInWords } from './moment';

type Stood = Readonly<{ rank: number | null; score: string | null }>;

type Part = Readonly<{
  number: number;
  date: string;
  component: Readonly<{ id: string; name: string }>;
  sentence: string;
  reason: string | null;
  score: string;
  places: number;
  turn: string | null;
}>;

type Row = Readonly<{
  id: string;
  name: string;
  kind: string;
  then: Stood;
  now: Stood;
  score: string;
  places: number;
  placesByOthers: number;
  parts: readonly Part[];
}>;

type Answered = Readonly<{
  asOf: Readonly<{ token: string; number: number; at: string }>;
  since: Readonly<{ number: number; at: string | null }>;
  portfolio: Readonly<{ name: string }>;
  model: Readonly<{ name: string }>;
  notices: readonly Readonly<{ text: string }>[];
}>;

/** What `moves` answers, as far as a terminal shows it. */
export type MovesAnswer = Answered &
  Readonly<{ rows: readonly Row[]; byOthers: Readonly<{ components: number; sentence: string }> }>;

/** What `moves PROJECT` answers: every event that moved it, also those of others. */
export type ProjectMovesAnswer = Answered & Readonly<{ row: Row }>;

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

/** Whose event it was, and what became of that one. */
const byOther = (part: Part, telling: Telling): string => {
  const { component, turn } = part;
  return `“${component.name}”${turn ? `, which ${turn.replaceAll('-', ' ')}` : ''}: ${partLine({ ...part, turn: null }, telling)}`;
};

/** So many events of others are told, those that moved it furthest; the rest is summed up. */
const MOST = 10;

const eventsOfOthers = ({ id, parts }: Row, telling: Telling): string[] => {
  const others = parts
    .filter(({ component }) => component.id !== id)
    .sort((a, b) => Math.abs(b.places) - Math.abs(a.places) || b.number - a.number);
  const rest = others.slice(MOST);
  const net = rest.reduce((sum, part) => sum + part.places, 0);
  return [
    ...others
      .slice(0, MOST)
      .flatMap((part) => paragraph(byOther(part, telling), { first: '    ', width: telling.width })),
    ...(rest.length > 0
      ? paragraph(`${rest.length} more events of others: together ${places(net)}`, {
          first: '    ',
          width: telling.width,
        })
      : []),
  ];
};

const projectLines = (row: Row, telling: Telling): string[] => {
  const own = row.parts.filter(({ component }) => component.id === row.id);
  const told = eventsOfOthers(row, telling);
  return [
    ...rowLines({ ...row, parts: own, placesByOthers: 0 }, telling),
    ...(told.length > 0 ? ['  Events of others, the largest first:', ...told] : []),
  ];
};

const page = (
  answer: Answered,
  { timeZone, width }: Telling,
  told: (from: string) => readonly string[],
): string => {
  const { asOf, since, portfolio, model, notices } = answer;
  const from = since.at === null ? 'the beginning' : momentInWords({ ...since, at: since.at }, timeZone);
  const head = `${portfolio.name}, ranked by ${model.name}, from ${from} to ${momentInWords(asOf, timeZone)}`;
  return [
    ...paragraph(head, { first: '', width }),
    ...notices.flatMap(({ text }) => paragraph(text, { first: '  note: ', width })),
    '',
    ...told(from),
    '',
    'The same again, for ever: --as-of \\',
    `  ${asOf.token}`,
    '',
  ].join('\n');
};

/** What moved since an earlier moment, for a terminal: the biggest changes first, and one line for those that others moved. */
export const movesTable = (
  answer: MovesAnswer,
  timeZone: string,
  named: Telling['named'],
  width = pageWidth(),
): string => {
  const { rows, byOthers } = answer;
  const telling = { timeZone, width, named };
  const ofOwn = rows.filter(({ parts, places: by }) => parts.length > 0 || by === 0);
  return page(answer, telling, (from) => [
    ...(rows.length === 0 ? paragraph(`Nothing moved since ${from}.`, { first: '', width }) : []),
    ...ofOwn.flatMap((row) => rowLines(row, telling)),
    ...(byOthers.components > 0
      ? paragraph(`${byOthers.sentence} \`docket moves PROJECT\` says which moved one; --json lists all.`, {
          first: '',
          width,
        })
      : []),
  ]);
};

/** What moved one project: its own events, then those of others with whose they were. */
export const projectMoves = (
  answer: ProjectMovesAnswer,
  timeZone: string,
  named: Telling['named'],
  width = pageWidth(),
): string => {
  const telling = { timeZone, width, named };
  return page(answer, telling, () => projectLines(answer.row, telling));
};
