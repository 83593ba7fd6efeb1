/** An exact decimal as text: `-12.50` is written `-12.5`; no exponent, no surplus zeros. */
export type DecimalText = string;

const PATTERN = /^([+-]?)(\d{1,40})(?:\.(\d{1,40}))?$/;

/** Thrown for text that is not a plain decimal (NaN, exponents, separators, more than 40 digits a side). */
export class NotADecimal extends Error {
  override readonly name = 'NotADecimal';
}

/** The powers that amounts, scores and their products need; raising them anew dominated the ranking of thousands. */
const POWERS: readonly bigint[] = Array.from({ length: 64 }, (_, n) => 10n ** BigInt(n));
const powerOfTen = (n: number): bigint => POWERS[n] ?? 10n ** BigInt(n);

const checkPlaces = (places: number): void => {
  if (!Number.isInteger(places) || places < 0)
    throw new RangeError(`${places} is no number of decimal places.`);
};

/** The largest whole number whose square is not above `n`, by Newton's method from above. */
const wholeRoot = (n: bigint): bigint => {
  if (n < 2n) return n;
  let root = 1n << BigInt(Math.ceil(n.toString(2).length / 2));
  for (;;) {
    const next = (root + n / root) / 2n;
    if (next >= root) return root;
    root = next;
  }
};

const divideHalfEven = (numerator: bigint, denominator: bigint): bigint => {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const floor = n / d;
  const twice = (n % d) * 2n;
  const up = twice > d || (twice === d && floor % 2n === 1n);
  const rounded = up ? floor + 1n : floor;
  return negative ? -rounded : rounded;
};

/** Exact decimal arithmetic on whole numbers of 10^-scale. Immutable. */
export class Decimal {
  static readonly zero = new Decimal(0n, 0);
  private static readonly one = new Decimal(1n, 0);

  private constructor(
    private readonly units: bigint,
    private readonly scale: number,
  ) {}

  /** @throws NotADecimal */
  static of(value: DecimalText | number | bigint): Decimal {
    const match = PATTERN.exec(String(value));
    if (!match) throw new NotADecimal(`"${String(value).slice(0, 60)}" is not a decimal number.`);
    const [, sign, whole = '0', fraction = ''] = match;
    const units = BigInt(whole + fraction);
    return new Decimal(sign === '-' ? -units : units, fraction.length);
  }

  static sum(values: readonly Decimal[]): Decimal {
    return values.reduce((total, value) => total.plus(value), Decimal.zero);
  }

  plus(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(this.at(scale) + other.at(scale), scale);
  }

  minus(other: Decimal): Decimal {
    return this.plus(other.negated());
  }

  times(other: Decimal): Decimal {
    return new Decimal(this.units * other.units, this.scale + other.scale);
  }

  /**
   * Quotient rounded half-even to `places` decimals.
   * @throws RangeError on zero (ask `isZero` first) and where `places` is no whole number from 0 on
   */
  dividedBy(other: Decimal, places: number): Decimal {
    checkPlaces(places);
    if (other.units === 0n) throw new RangeError('Division by zero.');
    const shift = places + other.scale - this.scale;
    const numerator = shift >= 0 ? this.units * powerOfTen(shift) : this.units;
    const denominator = shift >= 0 ? other.units : other.units * powerOfTen(-shift);
    return new Decimal(divideHalfEven(numerator, denominator), places);
  }

  /** Rounded half-even to `places` decimals. @throws RangeError where `places` is no whole number from 0 on */
  rounded(places: number): Decimal {
    return this.dividedBy(Decimal.one, places);
  }

  /**
   * Square root rounded half-even to `places` decimals.
   * @throws RangeError below zero and where `places` is no whole number from 0 on
   */
  squareRoot(places: number): Decimal {
    if (this.isNegative) throw new RangeError('A negative number has no square root.');
    checkPlaces(places);
    const scale = Math.max(2 * places, this.scale);
    const [square, surplus] = [this.at(scale), powerOfTen(scale - 2 * places)];
    const below = wholeRoot(square / surplus);
    const [four, halfway] = [4n * square, (2n * below + 1n) ** 2n * surplus];
    const up = four > halfway || (four === halfway && below % 2n === 1n);
    return new Decimal(up ? below + 1n : below, places);
  }

  negated(): Decimal {
    return new Decimal(-this.units, this.scale);
  }

  absolute(): Decimal {
    return this.units < 0n ? this.negated() : this;
  }

  /** Negative, zero or positive, as `this` is below, equal to or above `other`. */
  compare(other: Decimal): number {
    const scale = Math.max(this.scale, other.scale);
    const [a, b] = [this.at(scale), other.at(scale)];
    return a < b ? -1 : a > b ? 1 : 0;
  }

  equals(other: Decimal): boolean {
    return this.compare(other) === 0;
  }

  get isZero(): boolean {
    return this.units === 0n;
  }

  get isNegative(): boolean {
    return this.units < 0n;
  }

  toString(): DecimalText {
    const digits = (this.units < 0n ? -this.units : this.units).toString().padStart(this.scale + 1, '0');
    const whole = digits.slice(0, digits.length - this.scale);
    const fraction = digits.slice(digits.length - this.scale).replace(/0+$/, '');
    return `${this.units < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
  }

  toJSON(): DecimalText {
    return this.toString();
  }

  private at(scale: number): bigint {
    return scale === this.scale ? this.units : this.units * powerOfTen(scale - this.scale);
  }
}

/** Whether the text is a plain decimal; never throws. */
export const isDecimal = (text: unknown): text is DecimalText =>
  typeof text === 'string' && PATTERN.test(text);
