import { fit, rounded } from './columns';

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

/** A ranking as a table for a terminal. */
export const rankingTable = ({ asOf, portfolio, model, notices, rows }: RankingAnswer): string => {
  const line = (row: RankingAnswer['rows'][number]) =>
    `${fit(row.rank === null ? '–' : String(row.rank), 4, 'right')}  ${fit(row.name, 52)}  ${fit(rounded(row.score), 6, 'right')}  ${fit(rounded(row.coverage, 2), 4, 'right')}  ${row.reason ?? ''}`;
  const ranked = rows.filter((row) => row.rank !== null).length;
  return [
    `${portfolio.name}, ranked by ${model.name}, as of ${asOf.at} (event ${asOf.number})`,
    ...notices.map(({ text }) => `  note: ${text}`),
    `${fit('rank', 4, 'right')}  ${fit('project', 52)}  ${fit('score', 6, 'right')}  ${fit('cov.', 4, 'right')}  why`,
    ...rows.map(line),
    `${ranked} ranked, ${rows.length - ranked} unranked. Ask for the same again with --as-of ${asOf.token}`,
    '',
  ].join('\n');
};
