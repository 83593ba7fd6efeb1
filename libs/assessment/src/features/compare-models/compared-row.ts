import { byCodeUnits, type DecimalText } from '@docket/kernel';
import type { RankedRow } from '../../domain/ranking/rank';

/** How a component stands under one model; rank and score are null where it stands unranked. */
type Stand = Readonly<{
  rank: number | null;
  score: DecimalText | null;
  coverage: DecimalText;
  reason: string;
}>;

/** Which of two models ranks a component; `model` is the one that is compared, `against` the one it is held against. */
export type RankedBy = 'both' | 'model' | 'against' | 'neither';

/**
 * One component under both models. `carried`: the criteria on which `model` has no rating of it and takes that of `against`, by which
 * it would rank it only once somebody assesses it so. `moved`: ranks it rises under `model`; null where either leaves it unranked. */
export type ComparedRow = Readonly<{
  id: string;
  name: string;
  rankedBy: RankedBy;
  model: Stand;
  against: Stand;
  moved: number | null;
  carried: readonly string[];
}>;

/**
 * How many components move, have the same rank by both, gain a rank (ranked by `model` only), lose it (by `against` only), or are
 * ranked by neither. They sum to the number of rows.
 */
export type ComparedHeads = Readonly<{
  moved: number;
  same: number;
  gainRank: number;
  loseRank: number;
  rankedByNeither: number;
}>;

const standOf = ({ rank, score, coverage, reason }: RankedRow): Stand => ({ rank, score, coverage, reason });

const rankedBy = (model: RankedRow, against: RankedRow): RankedBy => {
  if (model.rank === null) return against.rank === null ? 'neither' : 'against';
  return against.rank === null ? 'model' : 'both';
};

export const comparedRow = (row: RankedRow, against: RankedRow, carried: readonly string[]): ComparedRow => ({
  id: row.id,
  name: row.name,
  rankedBy: rankedBy(row, against),
  model: standOf(row),
  against: standOf(against),
  moved: row.rank === null || against.rank === null ? null : against.rank - row.rank,
  carried,
});

type Head = keyof ComparedHeads;

const WITHOUT_MOVE = {
  both: 'same',
  model: 'gainRank',
  against: 'loseRank',
  neither: 'rankedByNeither',
} as const;

const headOf = ({ moved, rankedBy: by }: ComparedRow): Head => (moved ? 'moved' : WITHOUT_MOVE[by]);

export const headsOf = (rows: readonly ComparedRow[]): ComparedHeads => {
  const count = (head: Head) => rows.filter((row) => headOf(row) === head).length;
  return {
    moved: count('moved'),
    same: count('same'),
    gainRank: count('gainRank'),
    loseRank: count('loseRank'),
    rankedByNeither: count('rankedByNeither'),
  };
};

const ORDER: readonly Head[] = ['moved', 'gainRank', 'loseRank', 'same', 'rankedByNeither'];

/**
 * Those that move first, the largest move first; then those that gain a rank and those that lose it, by the rank that they have;
 * then those of the same rank, and those ranked by neither last. Of equals by name and id.
 */
export const byMove = (a: ComparedRow, b: ComparedRow): number =>
  ORDER.indexOf(headOf(a)) - ORDER.indexOf(headOf(b)) ||
  Math.abs(b.moved ?? 0) - Math.abs(a.moved ?? 0) ||
  (a.moved ? 0 : rankOf(a) - rankOf(b)) ||
  byCodeUnits(a.name, b.name) ||
  byCodeUnits(a.id, b.id);

const rankOf = ({ model, against }: ComparedRow): number => model.rank ?? against.rank ?? 0;
