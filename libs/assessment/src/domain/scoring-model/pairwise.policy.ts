import { canonicalJson, Decimal, type Policy } from '@docket/kernel';
import { areReciprocal, isOne, isOnScale, judgementIn, type Judgement } from './judgement';
import { MOST_COMPARED, type Weighed } from './pairwise';

/** Why judgements give no weights. */
export type PairwiseRefusal =
  | 'too-many-compared'
  | 'matrix-not-square'
  | 'judgement-malformed'
  | 'judgement-out-of-range'
  | 'matrix-diagonal-not-one'
  | 'matrix-not-reciprocal'
  | 'judgements-inconsistent';

/** Judgements on criteria of these names, as they were written. */
export type Compared = Readonly<{ names: readonly string[]; matrix: readonly (readonly string[])[] }>;

type ComparedPolicy = Policy<Compared, PairwiseRefusal>;
type Entry = Readonly<{ row: number; column: number; text: string; judgement: Judgement | undefined }>;

const CONSISTENT = Decimal.of('0.1');

const entriesOf = ({ matrix }: Compared): readonly Entry[] =>
  matrix.flatMap((texts, row) =>
    texts.map((text, column) => ({ row, column, text, judgement: judgementIn(text) })),
  );

const pairOf = ({ names }: Compared, { row, column }: Pick<Entry, 'row' | 'column'>): string =>
  `"${names[row] ?? row}" against "${names[column] ?? column}"`;

const notTooMany: ComparedPolicy = ({ names }) =>
  names.length <= MOST_COMPARED
    ? undefined
    : {
        code: 'too-many-compared',
        message: `${names.length} criteria are compared, at most ${MOST_COMPARED} can be: give the weights of so many, or draft fewer criteria.`,
      };

const isSquare: ComparedPolicy = ({ names, matrix }) => {
  const rows = matrix.map((row) => row.length);
  return rows.length === names.length && rows.every((length) => length === names.length)
    ? undefined
    : {
        code: 'matrix-not-square',
        message: `The matrix has rows of ${canonicalJson(rows)} judgements: ${names.length} criteria need ${names.length} rows of ${names.length}, in their order.`,
      };
};

const isWellFormed: ComparedPolicy = (compared) => {
  const stray = entriesOf(compared).find(({ judgement }) => !judgement);
  return (
    stray && {
      code: 'judgement-malformed',
      message: `${pairOf(compared, stray)} is ${canonicalJson(stray.text)}: write a judgement like 3, 1/5 or 0.2.`,
    }
  );
};

const isOnItsScale: ComparedPolicy = (compared) => {
  const stray = entriesOf(compared).find(({ judgement }) => judgement && !isOnScale(judgement));
  return (
    stray && {
      code: 'judgement-out-of-range',
      message: `${pairOf(compared, stray)} is ${stray.text}: judgements go from 1/9 (far less important) over 1 (as important) to 9 (far more).`,
    }
  );
};

const isOneOnItsDiagonal: ComparedPolicy = (compared) => {
  const stray = entriesOf(compared).find(
    ({ row, column, judgement }) => row === column && judgement && !isOne(judgement),
  );
  return (
    stray && {
      code: 'matrix-diagonal-not-one',
      message: `${pairOf(compared, stray)} is ${stray.text}: a criterion is as important as itself, 1.`,
    }
  );
};

const isReciprocal: ComparedPolicy = (compared) => {
  const entries = entriesOf(compared);
  const other = ({ row, column }: Entry) => entries.find((one) => one.row === column && one.column === row);
  for (const entry of entries.filter(({ row, column }) => row < column)) {
    const back = other(entry);
    if (entry.judgement && back?.judgement && !areReciprocal(entry.judgement, back.judgement))
      return {
        code: 'matrix-not-reciprocal',
        message: `${pairOf(compared, entry)} is ${entry.text}, and the other way round it is ${back.text}: one has to be exactly one over the other, like 3 and 1/3.`,
      };
  }
  return undefined;
};

/** What must hold of judgements before weights are computed; asked in this order. */
export const comparedPolicies: readonly ComparedPolicy[] = [
  notTooMany,
  isSquare,
  isWellFormed,
  isOnItsScale,
  isOneOnItsDiagonal,
  isReciprocal,
];

/** Judgements that contradict each other too much (a ratio above 0.10) give no weights. */
export const judgementsAgree: Policy<Compared & Readonly<{ weighed: Weighed }>, PairwiseRefusal> = (
  compared,
) => {
  const { figures, leastFitting } = compared.weighed;
  const ratio = Decimal.of(figures.consistencyRatio);
  if (!leastFitting || ratio.compare(CONSISTENT) <= 0) return undefined;
  const { row, column, fits } = leastFitting;
  return {
    code: 'judgements-inconsistent',
    message:
      `The judgements contradict each other: their consistency ratio is ${ratio.rounded(4).toString()}, above 0.1. ` +
      `Furthest from the others is ${pairOf(compared, leastFitting)}, ${compared.matrix[row]?.[column] ?? ''}: ` +
      `${fits.text} would fit them, and ${fits.reciprocal} the other way round.`,
  };
};
