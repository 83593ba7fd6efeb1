import fc from 'fast-check';
import { Decimal, isDecimal, NotADecimal } from './decimal';

/** A fraction of whole numbers, the denominator above zero: what decimals are measured against. */
type Ratio = readonly [bigint, bigint];
const abs = (n: bigint) => (n < 0n ? -n : n);
const ratio = (n: bigint, d: bigint): Ratio => (d < 0n ? [-n, -d] : [n, d]);
const plus = ([a, b]: Ratio, [c, d]: Ratio) => ratio(a * d + c * b, b * d);
const times = ([a, b]: Ratio, [c, d]: Ratio) => ratio(a * c, b * d);
const over = ([a, b]: Ratio, [c, d]: Ratio) => ratio(a * d, b * c);
const isSame = ([a, b]: Ratio, [c, d]: Ratio) => a * d === c * b;

const ofText = (text: string): Ratio => {
  const [, sign, whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const units = BigInt(whole + fraction);
  return [sign === '-' ? -units : units, 10n ** BigInt(fraction.length)];
};

const decimal = fc
  .record({
    sign: fc.constantFrom('', '-', '+'),
    whole: fc.oneof(fc.bigInt(0n, 20n), fc.bigInt(0n, 10n ** 40n - 1n)),
    fraction: fc.oneof(fc.constant(''), fc.stringMatching(/^\d{1,4}$/), fc.stringMatching(/^[05]{1,40}$/)),
  })
  .map(({ sign, whole, fraction }) => `${sign}${whole}${fraction && `.${fraction}`}`);
const places = fc.integer({ min: 0, max: 45 });
const exact = (text: string) => ofText(text.replace('+', ''));

/** Whether `text` is `value` rounded half-even: no multiple of 10^-places is nearer, and of two equally near it is the even one. */
const isRoundedHalfEven = (text: string, [n, d]: Ratio, count: number) => {
  const unit = 10n ** BigInt(count);
  const [tn, td] = ofText(text);
  if ((tn * unit) % td !== 0n) return false;
  const units = (tn * unit) / td;
  const distance = abs(units * d - n * unit) * 2n;
  return distance < d || (distance === d && units % 2n === 0n);
};

describe('A decimal', () => {
  it.each([
    ['12.50', '12.5'],
    ['-12.50', '-12.5'],
    ['+5', '5'],
    ['007', '7'],
    ['-0.00', '0'],
    ['0.000', '0'],
    ['100', '100'],
    ['-0.05', '-0.05'],
    ['12345678901234567890.10', '12345678901234567890.1'],
    [1.5, '1.5'],
    [-0, '0'],
    [10n ** 39n, `1${'0'.repeat(39)}`],
  ])('is written without surplus: %s', (from, text) => {
    expect(Decimal.of(from).toString()).toBe(text);
    expect(JSON.stringify({ amount: Decimal.of(from) })).toBe(`{"amount":"${text}"}`);
  });

  it.each([
    ...['', ' 1', '1 ', '1\n', '.5', '5.', '1,5', '1e3', '--1', '0x10', 'NaN', 'Infinity', '１', '1_000'],
    '1'.repeat(41),
    `0.${'1'.repeat(41)}`,
  ])('is not %j', (text) => {
    expect(isDecimal(text)).toBe(false);
    expect(() => Decimal.of(text)).toThrow(NotADecimal);
  });

  it.each([Number.NaN, Infinity, 1e21, 1e-7])(
    'is not made of the number %p, which has no plain text',
    (number) => expect(() => Decimal.of(number)).toThrow(NotADecimal),
  );

  it.each([[1], [null], [undefined], [{ toString: () => '1' }]])(
    'is text and nothing else: not %p',
    (value) => expect(isDecimal(value)).toBe(false),
  );

  it('means what its text says, and is found again from it', () =>
    fc.assert(
      fc.property(decimal, (text) => {
        const written = Decimal.of(text).toString();
        expect(isSame(ofText(written), exact(text))).toBe(true);
        expect(Decimal.of(written).toString()).toBe(written);
        expect(written).toMatch(/^(0|-?(?!0\d)\d+(\.\d*[1-9])?)$/);
        expect(written).not.toBe('-0');
      }),
    ));

  it('is added, subtracted and multiplied without loss', () =>
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const [x, y] = [Decimal.of(a), Decimal.of(b)];
        expect(isSame(ofText(x.plus(y).toString()), plus(exact(a), exact(b)))).toBe(true);
        expect(isSame(ofText(x.minus(y).toString()), plus(exact(a), times([-1n, 1n], exact(b))))).toBe(true);
        expect(isSame(ofText(x.times(y).toString()), times(exact(a), exact(b)))).toBe(true);
      }),
    ));

  it('is divided and rounded half-even, whatever signs and scales meet', () =>
    fc.assert(
      fc.property(decimal, decimal, places, (a, b, count) => {
        fc.pre(!Decimal.of(b).isZero);
        const quotient = Decimal.of(a).dividedBy(Decimal.of(b), count).toString();
        expect(isRoundedHalfEven(quotient, over(exact(a), exact(b)), count)).toBe(true);
      }),
      { numRuns: 1_000 },
    ));

  it('is rounded half-even, also where it has more places than asked for', () =>
    fc.assert(
      fc.property(decimal, places, (text, count) =>
        isRoundedHalfEven(Decimal.of(text).rounded(count).toString(), exact(text), count),
      ),
      { numRuns: 1_000 },
    ));

  it.each([
    ['0.5', 0, '0'],
    ['1.5', 0, '2'],
    ['2.5', 0, '2'],
    ['-0.5', 0, '0'],
    ['-1.5', 0, '-2'],
    ['-2.5', 0, '-2'],
    ['0.125', 2, '0.12'],
    ['0.135', 2, '0.14'],
    ['0.1250000001', 2, '0.13'],
    ['999.995', 2, '1000'],
    ['-0.004', 2, '0'],
  ])('%s rounded to %i places is %s', (text, count, rounded) =>
    expect(Decimal.of(text).rounded(count).toString()).toBe(rounded),
  );

  it.each([-1, 0.5, Number.NaN])('is not rounded to %p places', (count) => {
    expect(() => Decimal.of('1250').rounded(count)).toThrow(
      new RangeError(`${count} is no number of decimal places.`),
    );
  });

  it.each([
    ['0', 3, '0'],
    ['2', 12, '1.414213562373'],
    ['152.2756', 2, '12.34'],
    ['0.25', 0, '0'],
    ['2.25', 0, '2'],
    ['6.25', 0, '2'],
    ['12.25', 0, '4'],
    ['0.0000000001', 2, '0'],
  ])('the root of %s to %i places is %s', (text, count, root) =>
    expect(Decimal.of(text).squareRoot(count).toString()).toBe(root),
  );

  it('has a root that is half a unit off at most', () =>
    fc.assert(
      fc.property(decimal, fc.nat(12), (text, count) => {
        const value = Decimal.of(text).absolute();
        const root = value.squareRoot(count);
        const half = Decimal.of(5).dividedBy(Decimal.of(10n ** BigInt(count + 1)), count + 1);
        const [low, high] = [root.minus(half), root.plus(half)];
        expect(low.isNegative || low.times(low).compare(value) <= 0).toBe(true);
        expect(high.times(high).compare(value)).toBeGreaterThanOrEqual(0);
      }),
    ));

  it('has no root below zero, and none to half a place', () => {
    expect(() => Decimal.of('-1').squareRoot(2)).toThrow(RangeError);
    expect(() => Decimal.of('1').squareRoot(0.5)).toThrow(RangeError);
  });

  it('is not divided by zero', () => {
    expect(() => Decimal.of(1).dividedBy(Decimal.of('0.00'), 2)).toThrow(new RangeError('Division by zero.'));
  });

  it('is compared by value, not by how it is written', () =>
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const [x, y] = [Decimal.of(a), Decimal.of(b)];
        const [n] = plus(exact(a), times([-1n, 1n], exact(b)));
        expect(x.compare(y)).toBe(n < 0n ? -1 : n > 0n ? 1 : 0);
        expect(x.equals(y)).toBe(n === 0n);
        expect(x.isNegative).toBe(exact(a)[0] < 0n);
        expect(x.isZero).toBe(exact(a)[0] === 0n);
        expect(x.absolute().equals(x.isNegative ? x.negated() : x)).toBe(true);
      }),
    ));

  it('is exact beyond the powers of ten that are kept ready', () => {
    const small = Decimal.of(`0.${'0'.repeat(38)}03`);
    const cube = small.times(small).times(small);
    expect(cube.toString()).toBe(`0.${'0'.repeat(118)}27`);
    expect(cube.plus(Decimal.of(1)).minus(Decimal.of(1)).equals(cube)).toBe(true);
    expect(Decimal.of(1).dividedBy(cube, 2).toString()).toBe(`37${'037'.repeat(39)}.04`);
  });

  it('is summed; the sum of nothing is zero', () => {
    expect(Decimal.sum([]).toString()).toBe('0');
    expect(Decimal.sum(['0.1', '0.2', '-0.30'].map((text) => Decimal.of(text))).toString()).toBe('0');
  });
});
