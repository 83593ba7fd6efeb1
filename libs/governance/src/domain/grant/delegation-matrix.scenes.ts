import * as fc from 'fast-check';

/** One world of the matrix in plain numbers: what the rules speak of, and nothing of how they are kept. */
export type Case = Readonly<{
  grants: readonly GrantCase[];
  motion: Readonly<{ place: Place; kind: string | null; outcome: string; value: number; day: number }>;
  /** Component 0 is the one of the motion. */
  spent: readonly SpentCase[];
  links: readonly (readonly [number, number])[];
  programme: number | null;
}>;
export type Place = 'root' | 'roads' | 'bridges' | 'piers' | 'rail';
export type GrantCase = Readonly<{
  /** The grant before it that it hangs on; null: the portfolio; -1: a body. */
  above: number | null;
  isRevoked: boolean;
  domain: Place | null;
  kinds: readonly string[] | null;
  outcomes: readonly string[] | null;
  perDecision: number | null;
  perPeriod: readonly [amount: number, unit: 'month' | 'quarter' | 'year'] | null;
  from: number;
  until: number | null;
  /** Whether the granting body was given a limit since. */
  isRootLimited: boolean;
}>;
export type SpentCase = Readonly<{
  grant: number;
  component: number;
  value: number;
  day: number;
  programme: number | null;
}>;

/** Days are counted from 1 January 2025; the motion is decided in 2026. */
const day = fc.integer({ min: 0, max: 729 });
const maybe = <T>(one: fc.Arbitrary<T>, often = 3) => fc.option(one, { nil: null, freq: often });
const place = fc.constantFrom<Place>('root', 'roads', 'bridges', 'piers', 'rail');
const amount = fc.constantFrom(0, 50, 100, 150, 200, 300, 600);

const grantCase = (n: number): fc.Arbitrary<GrantCase> =>
  fc.record({
    above: n === 0 ? fc.constantFrom(null, -1) : fc.integer({ min: -1, max: n - 1 }),
    isRevoked: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
    domain: maybe(fc.constantFrom<Place>('roads', 'bridges', 'rail'), 2),
    kinds: maybe(fc.subarray(['capital', 'operating', 'disposal'], { minLength: 1 }), 2),
    outcomes: maybe(fc.subarray(['go', 'hold', 'kill'], { minLength: 1 }), 2),
    perDecision: maybe(amount),
    perPeriod: maybe(fc.tuple(amount, fc.constantFrom('month', 'quarter', 'year'))),
    from: fc.integer({ min: 0, max: 420 }),
    until: maybe(fc.integer({ min: 400, max: 730 }), 1),
    isRootLimited: fc.integer({ min: 0, max: 7 }).map((one) => one === 0),
  });

const spentCase = (grants: number): fc.Arbitrary<SpentCase> =>
  fc.record({
    grant: fc.integer({ min: 0, max: grants - 1 }),
    component: fc.integer({ min: 0, max: 3 }),
    value: fc.constantFrom(0, 50, 100),
    day,
    programme: maybe(fc.integer({ min: 0, max: 1 }), 1),
  });

export const anyCase: fc.Arbitrary<Case> = fc.integer({ min: 1, max: 4 }).chain((grants) =>
  fc.record({
    grants: fc.tuple(...Array.from({ length: grants }, (_, n) => grantCase(n))),
    motion: fc.record({
      place,
      kind: maybe(fc.constantFrom('capital', 'operating', 'disposal'), 5),
      outcome: fc.constantFrom('go', 'go', 'hold', 'kill'),
      value: fc.constantFrom(0, 50, 100, 200),
      day: fc.integer({ min: 365, max: 729 }),
    }),
    spent: fc.array(spentCase(grants), { maxLength: 4 }),
    links: fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), {
      maxLength: 3,
    }),
    programme: maybe(fc.integer({ min: 0, max: 1 }), 1),
  }),
);
