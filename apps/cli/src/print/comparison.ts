import { rounded } from '@docket/kernel';
import { item, noted, sheet, type AsOf } from './sheet';

type Stand = Readonly<{ rank: number | null; score: string | null }>;

/** A comparison of two models, as far as a terminal shows it. */
export type ComparisonAnswer = Readonly<{
  asOf: AsOf;
  portfolio: Readonly<{ name: string }>;
  model: Readonly<{ name: string }>;
  against: Readonly<{ name: string }>;
  notices: readonly Readonly<{ text: string }>[];
  carried: readonly Readonly<{ criterion: string; name: string }>[];
  own: Readonly<{ ranked: number; unranked: number }>;
  heads: Readonly<{
    moved: number;
    same: number;
    gainRank: number;
    loseRank: number;
    rankedByNeither: number;
  }>;
  rows: readonly Readonly<{
    name: string;
    rankedBy: 'both' | 'model' | 'against' | 'neither';
    model: Stand;
    against: Stand;
    moved: number | null;
    carried: readonly string[];
  }>[];
}>;

type Row = ComparisonAnswer['rows'][number];

const stood = ({ rank, score }: Stand): string =>
  rank === null ? 'unranked' : `${rank} (${rounded(score, 3)})`;

const moved = ({ moved: places, rankedBy }: Row, { model, against }: ComparisonAnswer): string => {
  if (places === null) return `ranked only by ${rankedBy === 'model' ? model.name : against.name}`;
  if (places === 0) return 'the same place';
  return `${Math.abs(places)} place${Math.abs(places) > 1 ? 's' : ''} ${places > 0 ? 'up' : 'down'}`;
};

/** Whose ratings were lent to a project for the comparison. */
const carried = (criteria: readonly string[], { carried: all, against }: ComparisonAnswer): string => {
  const names = all.filter(({ criterion }) => criteria.includes(criterion)).map(({ name }) => name);
  return names.length === 0 ? '' : `; ${names.join(', ')} as rated by ${against.name}`;
};

/** How many there are of each kind, before anybody by name. */
const heads = ({ heads: count, model, against }: ComparisonAnswer): string =>
  [
    `${count.moved} moved`,
    `${count.gainRank} gain a rank (ranked only by ${model.name})`,
    `${count.loseRank} lose it (ranked only by ${against.name})`,
    `${count.same} of the same rank by both`,
    `${count.rankedByNeither} ranked by neither${count.rankedByNeither > 0 ? ', not listed here (--json lists them)' : ''}`,
  ].join('; ');

/** Head counts, then each project that either model ranks, as the answer orders them: the largest moves first. */
export const comparisonTable = (answer: ComparisonAnswer, timeZone: string): string => {
  const { asOf, portfolio, model, against, notices, own, rows } = answer;
  const title = `${portfolio.name}, by ${model.name} instead of ${against.name}`;
  const lines = [
    ...item(`${heads(answer)}.`, 0),
    ...item(`By its own ratings: ${own.ranked} ranked, ${own.unranked} unranked.`, 0),
    ...noted(notices),
    ...rows
      .filter(({ rankedBy }) => rankedBy !== 'neither')
      .flatMap((row) =>
        item(
          `${row.name}: ${stood(row.against)} → ${stood(row.model)}, ${moved(row, answer)}${carried(row.carried, answer)}`,
          0,
        ),
      ),
  ];
  return sheet(title, asOf, { timeZone, lines });
};
