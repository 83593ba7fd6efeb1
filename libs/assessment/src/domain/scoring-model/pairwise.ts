import { Decimal, type DecimalText } from '@docket/kernel';
import { quotientOf, writable, type Judgement } from './judgement';
import type { PairwiseComparison } from './scoring-model.events';

/** Weights, and the figures of consistency, are given to this many decimals. */
export const WEIGHT_PLACES = 12;
/** The eigenvector is computed to this many decimals, and has settled when no part of it moves by more than `SETTLED`. */
const PLACES = 40;
const SETTLED = Decimal.of(`0.${'0'.repeat(33)}1`);
/** Distances of judgements are compared to this many decimals: those of a triad are equal, and the first is named. */
const DISTANCE_PLACES = 20;

/** Mean consistency index of random matrices of 1 to 10 criteria (Saaty, The Analytic Hierarchy Process, 1980). */
const RANDOM_INDEX = ['0', '0', '.58', '.90', '1.12', '1.24', '1.32', '1.41', '1.45', '1.49'].map((text) =>
  Decimal.of(text.replace(/^\./, '0.')),
);
/** The most criteria that can be compared: beyond it there is no random index to hold the judgements against. */
export const MOST_COMPARED = RANDOM_INDEX.length;

type Matrix = readonly (readonly Judgement[])[];

/** What judgements give: weights that sum to 1 exactly, figures of consistency, and the judgement that fits the others least. */
export type Weighed = Readonly<{
  weights: readonly DecimalText[];
  figures: Omit<PairwiseComparison, 'matrix'>;
  /** By row and column above the diagonal, with what the weights would have there; absent for a single criterion. */
  leastFitting?: Readonly<{ row: number; column: number; fits: ReturnType<typeof writable> }>;
}>;

const at = (vector: readonly Decimal[], index: number): Decimal => vector[index] ?? Decimal.zero;

/**
 * Principal eigenvector, its parts summing to 1, and eigenvalue, by power iteration from equal parts. Every entry is above
 * zero, so that it converges (Perron and Frobenius); fixed decimals make it the same everywhere.
 */
const principal = (matrix: Matrix): Readonly<{ vector: readonly Decimal[]; value: Decimal }> => {
  const entries = matrix.map((row) => row.map((judgement) => quotientOf(judgement, PLACES)));
  const equal = Decimal.of(1).dividedBy(Decimal.of(matrix.length), PLACES);
  let vector: readonly Decimal[] = matrix.map(() => equal);
  for (;;) {
    const former = vector;
    const image = entries.map((row) =>
      Decimal.sum(row.map((entry, index) => entry.times(at(former, index)))),
    );
    const value = Decimal.sum(image);
    vector = image.map((part) => part.dividedBy(value, PLACES));
    const moved = vector.some((part, index) => part.minus(at(former, index)).absolute().compare(SETTLED) > 0);
    if (!moved) return { vector, value };
  }
};

const UNITS = Decimal.of(10n ** BigInt(WEIGHT_PLACES));
const unit = Decimal.of(1).dividedBy(UNITS, WEIGHT_PLACES);

const floorOf = (share: Decimal): Decimal => {
  const near = share.rounded(WEIGHT_PLACES);
  return near.compare(share) > 0 ? near.minus(unit) : near;
};

/**
 * Shares cut to 12 places whose sum is 1 exactly: what cutting leaves over goes, a unit each, to the shares that lost most by it,
 * of equal losses to the criterion named first (the method of the largest remainder).
 */
const apportioned = (shares: readonly Decimal[]): readonly DecimalText[] => {
  const floors = shares.map(floorOf);
  const left = Number(Decimal.of(1).minus(Decimal.sum(floors)).times(UNITS).toString());
  const lost = shares.map((share, index) => ({ index, remainder: share.minus(at(floors, index)) }));
  const most = lost.sort((a, b) => b.remainder.compare(a.remainder) || a.index - b.index).slice(0, left);
  const raised = new Set(most.map(({ index }) => index));
  return floors.map((floor, index) => (raised.has(index) ? floor.plus(unit) : floor).toString());
};

/** How far a judgement a is from the weights it is between: e = a · wⱼ / wᵢ or 1/e, whichever is above 1; it grows as |ln e|. */
const distance = ({ above, below }: Judgement, wi: Decimal, wj: Decimal): Decimal => {
  const [given, fitting] = [above.times(wj), below.times(wi)];
  return given.compare(fitting) > 0
    ? given.dividedBy(fitting, DISTANCE_PLACES)
    : fitting.dividedBy(given, DISTANCE_PLACES);
};

const leastFitting = (matrix: Matrix, vector: readonly Decimal[]): Weighed['leastFitting'] => {
  const pairs = matrix.flatMap((judgements, row) =>
    judgements.flatMap((judgement, column) => {
      if (column <= row) return [];
      const [above, below] = [at(vector, row), at(vector, column)];
      return [{ row, column, off: distance(judgement, above, below), fits: writable({ above, below }) }];
    }),
  );
  const [worst] = pairs.sort((a, b) => b.off.compare(a.off));
  return worst && { row: worst.row, column: worst.column, fits: worst.fits };
};

/**
 * Weights from judgements by Saaty's Analytic Hierarchy Process: the principal eigenvector; consistency index CI = (λmax − n) /
 * (n − 1), consistency ratio CR = CI / RI, both 0 for one or two criteria, which cannot contradict each other. `matrix` is
 * square, of 1 to 10 rows, reciprocal, with 1 on its diagonal: see the policies.
 */
export const weigh = (matrix: Matrix): Weighed => {
  const { vector, value } = principal(matrix);
  const n = Decimal.of(matrix.length);
  const random = at(RANDOM_INDEX, matrix.length - 1);
  const surplus = value.minus(n);
  const index = random.isZero ? random : surplus.dividedBy(n.minus(Decimal.of(1)), PLACES);
  const ratio = random.isZero ? random : index.dividedBy(random, PLACES);
  const shown = (figure: Decimal): DecimalText => figure.rounded(WEIGHT_PLACES).toString();
  return {
    weights: apportioned(vector),
    figures: {
      lambdaMax: shown(value),
      consistencyIndex: shown(index),
      consistencyRatio: shown(ratio),
    },
    leastFitting: leastFitting(matrix, vector),
  };
};
