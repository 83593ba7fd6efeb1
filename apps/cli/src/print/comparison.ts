import { rounded } from '@docket/kernel';
import { pageWidth, paragraph } from './columns';
import { item, sheet, type AsOf } from './sheet';

type Stand = Readonly<{ rank: number | null; score: string | null }>;

/** A comparison of two models, as far as a terminal shows it. */
export type ComparisonAnswer = Readonly<{
  asOf: AsOf;
  portfolio: Readonly<{ name: string }>;
  model: Readonly<{ name: string }>;
  against: Readonly<{ name: string }>;
  notices: readonly Readonly<{ text: string }>[];
  rows: readonly Readonly<{ name: string; model: Stand; against: Stand; moved: number | null }>[];
}>;

const stood = ({ rank, score }: Stand): string =>
  rank === null ? 'unranked' : `${rank} (${rounded(score, 3)})`;

const moved = (places: number | null): string => {
  if (places === null) return 'ranked by one only, or by neither';
  if (places === 0) return 'the same place';
  return `${Math.abs(places)} place${Math.abs(places) > 1 ? 's' : ''} ${places > 0 ? 'up' : 'down'}`;
};

/** Each project under both models, the largest moves first. */
export const comparisonTable = (
  { asOf, portfolio, model, against, notices, rows }: ComparisonAnswer,
  timeZone: string,
): string => {
  const title = `${portfolio.name}, by ${model.name} instead of ${against.name}`;
  const noted = notices.flatMap(({ text }) => paragraph(text, { first: 'note: ', width: pageWidth() }));
  const moves = rows.flatMap((row) =>
    item(`${row.name}: ${stood(row.against)} → ${stood(row.model)}, ${moved(row.moved)}`, 0),
  );
  const lines = noted.length === 0 ? moves : [...noted, '', ...moves];
  return sheet(title, asOf, { timeZone, lines });
};
