import { percent, rounded as exact } from '@docket/kernel';
import { fit, pageWidth, paragraph, wrapped } from './columns';
import { momentInWords } from './moment';

type Contribution = Readonly<{ criterion: string; points: string }>;

/** What a ranking answers, as far as a terminal shows it. */
export type RankingAnswer = Readonly<{
  asOf: Readonly<{ token: string; number: number; at: string }>;
  portfolio: Readonly<{ name: string }>;
  model: Readonly<{ name: string }>;
  notices: readonly Readonly<{ code: string; text: string }>[];
  rows: readonly Readonly<{
    rank: number | null;
    reason: string | null;
    name: string;
    score: string | null;
    coverage: string;
    contributions: readonly Contribution[];
  }>[];
}>;

type Row = RankingAnswer['rows'][number];

const rounded = (decimal: string | null): string => exact(decimal, 3);

const RANK = 4;
const SCORE = 'score';
const COVERAGE = 5;

/** How wide the columns are that depend on what is in them. */
type Widths = Readonly<{ width: number; nameWidth: number; scoreWidth: number }>;

/** Scores are never cut: the longest makes its column, and names have what is left. */
const widthsOf = (rows: readonly Row[], width: number): Widths => {
  const scoreWidth = Math.max(SCORE.length, ...rows.map(({ score }) => rounded(score).length));
  return { width, scoreWidth, nameWidth: Math.max(20, width - RANK - scoreWidth - COVERAGE - 6) };
};

/** One row: rank, name, score and how much of the weight has values; below it, indented, why. */
const rowLines = (
  { rank, name, score, coverage, reason }: Row,
  { width, nameWidth, scoreWidth }: Widths,
): string[] => {
  const [first = '', ...rest] = wrapped(name, nameWidth);
  const indent = ' '.repeat(RANK + 2);
  return [
    `${fit(rank === null ? '–' : String(rank), RANK, 'right')}  ${fit(first, nameWidth)}  ${fit(rounded(score), scoreWidth, 'right')}  ${fit(percent(coverage), COVERAGE, 'right')}`,
    ...rest.map((line) => `${indent}${line}`),
    ...(reason === null ? [] : paragraph(reason, { first: `${indent}  `, width })),
  ];
};

/** A word for a shell, as it is. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** A ranking as a table for a terminal. */
export const rankingTable = (
  { asOf, portfolio, model, notices, rows }: RankingAnswer,
  timeZone: string,
  width = pageWidth(),
): string => {
  const ranked = rows.filter((row) => row.rank !== null).length;
  const widths = widthsOf(rows, width);
  return [
    ...paragraph(`${portfolio.name}, ranked by ${model.name}, as of ${momentInWords(asOf, timeZone)}`, {
      first: '',
      width,
    }),
    ...notices.flatMap(({ text }) => paragraph(text, { first: '  note: ', width })),
    '',
    `rank  ${fit('project, and why it stands there', widths.nameWidth)}  ${fit(SCORE, widths.scoreWidth, 'right')}  ${fit('data', COVERAGE, 'right')}`,
    ...rows.flatMap((row) => rowLines(row, widths)),
    '',
    `${ranked} ranked, ${rows.length - ranked} unranked; data: share of the weight that has values.`,
    'The same again, for ever:',
    `  docket rank --portfolio ${quoted(portfolio.name)} \\`,
    `  --model ${quoted(model.name)} --as-of \\`,
    `  ${asOf.token}`,
    '',
  ].join('\n');
};
