import { Decimal } from '@docket/kernel';
import * as fc from 'fast-check';
import { goalProgressOf, progressOf } from './progress';

const whole = fc.integer({ min: -1_000, max: 1_000 });
const share = fc
  .integer({ min: 1, max: 1_000 })
  .map((n) => Decimal.of(n).dividedBy(Decimal.of(1_000), 3).toString());
const ratio = fc
  .integer({ min: -2_000, max: 2_000 })
  .map((n) => Decimal.of(n).dividedBy(Decimal.of(1_000), 3).toString());
const day = '2026-01-31';
const dated = (n: number) => ({ value: String(n), day });

const objective = fc.record({
  weight: fc.option(share, { nil: null }),
  progress: fc.option(ratio, { nil: null }),
});
const valueOf = (some: Parameters<typeof goalProgressOf>[0]) => goalProgressOf(some).progress.value;

describe('Whatever was reported, progress', () => {
  const between = fc.tuple(whole, whole).filter(([from, to]) => from !== to);

  it('is 0 at the baseline and 1 at the target', () =>
    fc.assert(
      fc.property(between, ([from, to]) => {
        const at = (n: number) =>
          progressOf({ baseline: dated(from), target: dated(to), actual: dated(n) }).value;
        expect([at(from), at(to)]).toEqual(['0', '1']);
      }),
    ));

  it('does not depend on the unit, nor on which way is up', () =>
    fc.assert(
      fc.property(between, whole, fc.constantFrom(-1, 10, -1000), ([from, to], actual, by) => {
        const told = (times: number) =>
          progressOf({
            baseline: dated(from * times),
            target: dated(to * times),
            actual: dated(actual * times),
          });
        expect(told(by)).toEqual(told(1));
      }),
    ));
});

describe('Whatever the objectives, goal progress', () => {
  it('lies between the least and the greatest progress it rests on', () =>
    fc.assert(
      fc.property(fc.array(objective), (objectives) => {
        const used = objectives.flatMap(({ weight, progress }) =>
          weight === null || progress === null ? [] : [Decimal.of(progress)],
        );
        const value = valueOf(objectives);
        const isBetween =
          value === null
            ? used.length === 0
            : used.some((one) => one.compare(Decimal.of(value)) <= 0) &&
              used.some((one) => one.compare(Decimal.of(value)) >= 0);
        expect(isBetween).toBe(true);
      }),
    ));

  it('is the same in any order, and with all weights doubled', () =>
    fc.assert(
      fc.property(fc.array(objective), (objectives) => {
        const doubled = objectives.map(({ weight, progress }) => ({
          weight: weight === null ? null : Decimal.of(weight).times(Decimal.of(2)).toString(),
          progress,
        }));
        expect([valueOf([...objectives].reverse()), valueOf(doubled)]).toEqual([
          valueOf(objectives),
          valueOf(objectives),
        ]);
      }),
    ));

  it('is the progress of all where all have one', () =>
    fc.assert(
      fc.property(fc.array(share, { minLength: 1 }), ratio, (weights, progress) =>
        expect(valueOf(weights.map((weight) => ({ weight, progress })))).toBe(progress),
      ),
    ));

  it('counts what it rests on, never more than there is', () =>
    fc.assert(
      fc.property(fc.array(objective), (objectives) => {
        const { coverage, progress } = goalProgressOf(objectives);
        expect(coverage.eligible).toBe(objectives.length);
        expect(coverage.used === 0).toBe(progress.value === null);
        expect((progress.value === null) === (progress.reason !== null)).toBe(true);
      }),
    ));
});
