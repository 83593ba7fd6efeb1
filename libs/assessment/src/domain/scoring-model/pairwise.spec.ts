import fc from 'fast-check';
import { Decimal } from '@docket/kernel';
import { judgementIn, type Judgement } from './judgement';
import { weigh } from './pairwise';

const matrixOf = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((text) => judgementIn(text)!));
const four = (text: string) => Decimal.of(text).rounded(4).toString();

describe('weights from judgements', () => {
  it('are .6370 .2583 .1047 for the worked example, with λmax 3.0385 and CR .0332', () => {
    const { weights, figures } = weigh(
      matrixOf([
        ['1', '3', '5'],
        ['1/3', '1', '3'],
        ['1/5', '1/3', '1'],
      ]),
    );
    expect([weights.map(four), four(figures.lambdaMax), four(figures.consistencyRatio)]).toEqual([
      ['0.637', '0.2583', '0.1047'],
      '3.0385',
      '0.0332',
    ]);
    // The closed form of a 3 by 3 reciprocal matrix: λ = 1 + ∛x + 1/∛x and weights as the geometric means, x = a₁₃ / (a₁₂ a₂₃) = 5/9
    expect([weights, figures]).toEqual([
      ['0.636985571745', '0.258284994374', '0.104729433881'],
      {
        lambdaMax: '3.038511090558',
        consistencyIndex: '0.019255545279',
        consistencyRatio: '0.033199215998',
      },
    ]);
  });

  it('of one criterion are all of it, of two as they were judged; neither can contradict itself', () => {
    const none = { consistencyIndex: '0', consistencyRatio: '0' };
    expect(weigh(matrixOf([['1']]))).toMatchObject({ weights: ['1'], figures: { lambdaMax: '1', ...none } });
    expect(
      weigh(
        matrixOf([
          ['1', '3'],
          ['1/3', '1'],
        ]),
      ),
    ).toMatchObject({ weights: ['0.75', '0.25'], figures: { lambdaMax: '2', ...none } });
  });

  it('that cutting leaves short are made up in the order of the criteria: three thirds', () =>
    expect(weigh(matrixOf([1, 2, 3].map(() => ['1', '1', '1']))).weights).toEqual([
      '0.333333333334',
      '0.333333333333',
      '0.333333333333',
    ]));

  it('name the judgement that fits the others least, and what would fit', () => {
    const { figures, leastFitting } = weigh(
      matrixOf([
        ['1', '2', '1/4'],
        ['1/2', '1', '2'],
        ['4', '1/2', '1'],
      ]),
    );
    expect(Decimal.of(figures.consistencyRatio).compare(Decimal.of('0.1'))).toBe(1);
    // in a triad every judgement is equally far off; the first in reading order is named
    expect(leastFitting).toEqual({ row: 0, column: 1, fits: { text: '1/1.26', reciprocal: '1.26' } });
  });

  /** Judgements of consistent weights 1, 2 and 4, but one that says 9 where 2 would fit. */
  it('name the one odd judgement among consistent ones', () =>
    expect(
      weigh(
        matrixOf([
          ['1', '1/2', '1/4', '1/8'],
          ['2', '1', '1/2', '1/4'],
          ['4', '2', '1', '9'],
          ['8', '4', '1/9', '1'],
        ]),
      ).leastFitting,
    ).toMatchObject({ row: 2, column: 3 }));

  const judgement = fc.constantFrom(
    ...['1', '2', '3', '5', '7', '9', '1/2', '1/3', '1/5', '1/9', '0.25', '2.5'],
  );
  const reciprocal = fc.integer({ min: 1, max: 10 }).chain((n) =>
    fc.array(judgement, { minLength: n * n, maxLength: n * n }).map((texts) => {
      const at = (row: number, column: number): Judgement => judgementIn(texts[row * n + column]!)!;
      return Array.from({ length: n }, (_, row) =>
        Array.from({ length: n }, (_one, column): Judgement => {
          if (row === column) return judgementIn('1')!;
          const { above, below } = row < column ? at(row, column) : at(column, row);
          return row < column ? { above, below } : { above: below, below: above };
        }),
      );
    }),
  );

  it('sum to 1 exactly, are all above 0, and λmax is n at least', () =>
    fc.assert(
      fc.property(reciprocal, (matrix) => {
        const { weights, figures } = weigh(matrix);
        expect(Decimal.sum(weights.map((one) => Decimal.of(one))).toString()).toBe('1');
        expect(weights.every((one) => Decimal.of(one).compare(Decimal.zero) > 0)).toBe(true);
        expect(Decimal.of(figures.lambdaMax).compare(Decimal.of(matrix.length))).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    ));

  it('that are consistent come back as they were', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 10 }), (sizes) => {
        const matrix = sizes.map((row) => sizes.map((column) => judgementIn(`${row}/${column}`)!));
        const total = sizes.reduce((sum, size) => sum + size, 0);
        const { weights, figures } = weigh(matrix);
        expect([figures.lambdaMax, figures.consistencyRatio]).toEqual([`${sizes.length}`, '0']);
        for (const [index, size] of sizes.entries()) {
          const exact = Decimal.of(size).dividedBy(Decimal.of(total), 20);
          const off = Decimal.of(weights[index]!).minus(exact).absolute();
          expect(off.compare(Decimal.of('0.000000000001'))).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 60 },
    ));
});

describe('a judgement', () => {
  it.each(['', '3/', '/3', '1/0', '-3', '1e3', '3 ', 'three', '1/2/3', '1234567'])('is not "%s"', (text) =>
    expect(judgementIn(text)).toBeUndefined(),
  );
});
