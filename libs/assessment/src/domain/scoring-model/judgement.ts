import { Decimal } from '@docket/kernel';

/** A quotient of two decimals above zero: how many times as important one criterion is as another. */
export type Judgement = Readonly<{ above: Decimal; below: Decimal }>;

const NUMBER = String.raw`\d{1,6}(?:\.\d{1,12})?`;
const JUDGEMENT = new RegExp(`^(${NUMBER})(?:/(${NUMBER}))?$`);

const one = Decimal.of(1);
const nine = Decimal.of(9);

/** Reads "3", "0.2" or "1/5"; `undefined` where it is none of these, or divides by nothing. */
export const judgementIn = (text: string): Judgement | undefined => {
  const [, above, below = '1'] = JUDGEMENT.exec(text) ?? [];
  if (above === undefined) return undefined;
  const judgement = { above: Decimal.of(above), below: Decimal.of(below) };
  return judgement.below.isZero ? undefined : judgement;
};

/** Whether it lies on Saaty's scale, from 1/9 to 9. */
export const isOnScale = ({ above, below }: Judgement): boolean =>
  above.times(nine).compare(below) >= 0 && above.compare(below.times(nine)) <= 0;

/** Whether both are exactly one over the other: 3 and 1/3, but not 3 and 0.33. */
export const areReciprocal = (a: Judgement, b: Judgement): boolean =>
  a.above.times(b.above).equals(a.below.times(b.below));

export const isOne = ({ above, below }: Judgement): boolean => above.equals(below);

/** As a decimal, rounded half-even. */
export const quotientOf = ({ above, below }: Judgement, places: number): Decimal =>
  above.dividedBy(below, places);

/** The judgement nearest to a quotient that somebody could write: to two decimals, on the scale; and its reciprocal. */
export const writable = ({ above, below }: Judgement): Readonly<{ text: string; reciprocal: string }> => {
  const isAbove = above.compare(below) >= 0;
  const exact = isAbove ? above.dividedBy(below, 2) : below.dividedBy(above, 2);
  const text = (exact.compare(nine) > 0 ? nine : exact).toString();
  const other = exact.equals(one) ? '1' : `1/${text}`;
  return isAbove ? { text, reciprocal: other } : { text: other, reciprocal: text };
};
