import { coefficientOf, ratedFrom, rater, shownMean } from './mean-rating';

const shown = (...points: readonly string[]) => {
  const rated = ratedFrom(points);
  return rated ? { ...JSON.parse(JSON.stringify(rated)), mean: shownMean(rated.mean) } : null;
};

describe('what several assessors give', () => {
  it('is nothing where nobody gave anything', () => expect(shown()).toBeNull());

  it('is the points of a single one, without a spread', () =>
    expect(shown('4')).toEqual({ mean: '4', spread: null, assessors: 1 }));

  it('is the mean, and the sample standard deviation around it: 2, 4, 5 by hand', () =>
    // mean 11/3; squared deviations 25/9 + 1/9 + 16/9 = 42/9, over 2 is 7/3, whose root is 1.5275252…
    expect(shown('2', '4', '5')).toEqual({ mean: '3.666666666667', spread: '1.527525', assessors: 3 }));

  it('has no spread where all agree', () =>
    expect(shown('3', '3.0', '3')).toEqual({ mean: '3', spread: '0', assessors: 3 }));

  it('is exact in decimals: 0.1 and 0.2', () =>
    expect(shown('0.1', '0.2')).toEqual({ mean: '0.15', spread: '0.070711', assessors: 2 }));
});

it('what is computed once is what is computed each time, and is not mixed up: (1, 2) is not (12)', () => {
  const rate = rater();
  const given = [['1', '2'], ['12'], ['2', '1'], [], ['1', '2']];
  expect(given.map((points) => rate(points))).toEqual(given.map((points) => ratedFrom(points)));
  expect(rate(['2', '1'])).toBe(rate(['1', '2']));
});

describe('the coefficient of variation', () => {
  it('is the deviation as a share of the mean: 1.5275252… / 3.6666… for 2, 4, 5', () =>
    expect(coefficientOf(['2', '4', '5'])).toEqual({ value: '0.416598', notAvailable: null }));

  it('is zero where all agree', () =>
    expect(coefficientOf(['3', '3'])).toEqual({ value: '0', notAvailable: null }));

  it.each([
    ['nobody', [], 'too-few-assessors'],
    ['a single assessor', ['4'], 'too-few-assessors'],
    ['a mean of zero', ['0', '0'], 'mean-zero'],
  ])('is not available for %s, with the reason, and never 0', (_, points, notAvailable) =>
    expect(coefficientOf(points)).toEqual({ value: null, notAvailable }),
  );
});
