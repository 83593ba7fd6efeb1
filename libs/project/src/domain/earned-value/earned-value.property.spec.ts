import { Decimal } from '@docket/kernel';
import * as fc from 'fast-check';
import { fence, fenceBaseline, told } from './fence.scenes';

describe('laws', () => {
  const amount = fc
    .bigInt({ min: 1n, max: 10n ** 12n })
    .map((n) => (Number(n) % 3 === 0 ? `${n}` : `${n / 100n}.${n % 100n < 10n ? '0' : ''}${n % 100n}`));
  const amounts = fc.tuple(amount, amount, amount, amount);
  const figuresOf = (pv: string, ev: string, ac: string) => ({
    plannedValue: pv,
    earnedValue: ev,
    actualCost: ac,
  });

  it('what has to be earned to reach the typical estimate is what has been earned so far: TCPI equals CPI', () => {
    let compared = 0;
    fc.assert(
      fc.property(amounts, ([pv, ev, ac, bac]) => {
        const baseline = { ...fenceBaseline, wholeLifeCost: bac };
        const { performance, against } = told(figuresOf(pv, ev, ac), {
          baseline: { original: baseline, current: baseline },
        });
        const tcpi = against.current.typical.toCompletePerformanceIndex;
        if (tcpi.value === null) return;
        compared += 1;
        expect(tcpi).toEqual(performance.costPerformanceIndex);
      }),
      { numRuns: 2_000 },
    );
    expect(compared).toBeGreaterThan(200);
  });

  it('where plan, work and cost agree, every estimate is the budget', () =>
    fc.assert(
      fc.property(amount, amount, (done, bac) => {
        fc.pre(Decimal.of(done).compare(Decimal.of(bac)) <= 0);
        const baseline = { ...fenceBaseline, wholeLifeCost: bac };
        const { against } = told(figuresOf(done, done, done), {
          baseline: { original: baseline, current: baseline },
        });
        const { typical, atypical, costAndSchedule, budgetAtCompletion } = against.original;
        for (const one of [typical, atypical, costAndSchedule])
          expect(one.estimateAtCompletion).toEqual(budgetAtCompletion);
      }),
    ));

  it('where more was earned than the budget, no estimate is told; else every one whose divisors are there', () =>
    fc.assert(
      fc.property(amounts, ([pv, ev, ac, bac]) => {
        const baseline = { ...fenceBaseline, wholeLifeCost: bac };
        const { typical, atypical, costAndSchedule } = told(figuresOf(pv, ev, ac), {
          baseline: { original: baseline, current: baseline },
        }).against.current;
        const isAbove = Decimal.of(ev).compare(Decimal.of(bac)) > 0;
        for (const { estimateAtCompletion } of [typical, atypical, costAndSchedule])
          expect(estimateAtCompletion.value === null).toBe(isAbove);
      }),
    ));

  it('no figure depends on how a number is written', () =>
    expect(told({ plannedValue: '03000.00', earnedValue: '2500.0', actualCost: '2800' })).toEqual(
      told(fence),
    ));
});
