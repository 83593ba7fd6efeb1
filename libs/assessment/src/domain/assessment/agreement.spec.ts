import fc from 'fast-check';
import { Decimal } from '@docket/kernel';
import { kendallsW } from './agreement';

const w = (...given: readonly (readonly number[])[]) =>
  kendallsW(given.map((values) => values.map((value) => Decimal.of(value))));

describe("Kendall's W", () => {
  it('is worked out by hand with a tie: (5, 3, 1), (4, 4, 1), (3, 5, 1)', () =>
    // ranks (3, 2, 1), (2½, 2½, 1), (2, 3, 1); sums 7½, 7½, 3 around 6, so S = 13½; one tie of two, so T = 6
    // 12 · 13½ / (9 · 24 − 3 · 6) = 162 / 198
    expect(w([5, 3, 1], [4, 4, 1], [3, 5, 1])).toEqual({
      value: '0.818181818182',
      notAvailable: null,
      assessors: 3,
      items: 3,
    }));

  it('is worked out by hand without ties: (1, 2, 3), (1, 3, 2), (2, 1, 3)', () =>
    // sums 4, 6, 8 around 6, so S = 8; 12 · 8 / (9 · 24) = 96 / 216
    expect(w([1, 2, 3], [1, 3, 2], [2, 1, 3]).value).toBe('0.444444444444'));

  it('is 1 where all put everything in the same order, whatever the points', () =>
    expect(w([1, 2, 5], [0, 3, 4], [2, 4, 5]).value).toBe('1'));

  it('is 0 where two put everything in opposite orders', () =>
    expect(w([1, 2, 3], [3, 2, 1]).value).toBe('0'));

  it.each([
    ['nobody', [], 'too-few-assessors'],
    ['one assessor', [[1, 2, 3]], 'too-few-assessors'],
    ['one item', [[1], [2]], 'too-few-items'],
    ['nothing that all rated', [[], []], 'too-few-items'],
    [
      'everything tied by everybody',
      [
        [3, 3],
        [1, 1],
      ],
      'no-order',
    ],
  ] as const)('is not available for %s, with the reason', (_, given, reason) =>
    expect(w(...given)).toMatchObject({ value: null, notAvailable: reason }),
  );

  it('lies between 0 and 1, whoever is named first', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 6 }).chain((n) =>
          fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: n, maxLength: n }), {
            minLength: 2,
            maxLength: 5,
          }),
        ),
        (given) => {
          const { value } = w(...given);
          expect(w(...given.toReversed()).value).toBe(value);
          if (value === null) return;
          expect(Decimal.of(value).isNegative).toBe(false);
          expect(Decimal.of(value).compare(Decimal.of(1))).toBeLessThanOrEqual(0);
        },
      ),
    ));
});
