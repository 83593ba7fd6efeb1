import type { ReportedFigures } from '../project';
import { EARNED_VALUE_DEFINITION, type EarnedValue } from '.';
import { fence, fenceBaseline, missing, money, share, told } from './fence.scenes';

describe('a fence of four sides, 1,000 each; after day 3 two and a half are done and 2,800 is spent', () => {
  const { performance, against } = told(fence);

  it('is behind and above its cost', () =>
    expect(performance).toEqual({
      scheduleVariance: money('-500'),
      scheduleVarianceRatio: share('-0.166666666667'),
      costVariance: money('-300'),
      costVarianceRatio: share('-0.12'),
      schedulePerformanceIndex: share('0.833333333333'),
      costPerformanceIndex: share('0.892857142857'),
    }));

  it('will cost 4,480, not the 4,479 of a rounded index, if it goes on like this', () =>
    expect(against.original.typical).toEqual({
      estimateAtCompletion: money('4480'),
      estimateToComplete: money('1680'),
      varianceAtCompletion: money('-480'),
      toCompletePerformanceIndex: share('0.892857142857'),
    }));

  it('will cost 4,300 if that was once', () =>
    expect(against.original.atypical).toEqual({
      estimateAtCompletion: money('4300'),
      estimateToComplete: money('1500'),
      varianceAtCompletion: money('-300'),
      toCompletePerformanceIndex: share('1'),
    }));

  it('will cost 4,816 if being late costs, too', () =>
    expect(against.original.costAndSchedule).toEqual({
      estimateAtCompletion: money('4816'),
      estimateToComplete: money('2016'),
      varianceAtCompletion: money('-816'),
      toCompletePerformanceIndex: share('0.744047619048'),
    }));

  it('would have to earn 1.25 for each pound to keep its budget', () =>
    expect([against.original.budgetAtCompletion, against.original.toCompletePerformanceIndex]).toEqual([
      money('4000'),
      share('1.25'),
    ]));
});

const every = (figures: object): readonly unknown[] =>
  Object.values(figures).flatMap((one: object) => ('value' in one ? [one] : every(one)));

describe('a figure that cannot be told says why, and is never 0', () => {
  const values = ({ performance: p, against: { current: c } }: EarnedValue) => ({
    sv: p.scheduleVariance,
    svRatio: p.scheduleVarianceRatio,
    cv: p.costVariance,
    cvRatio: p.costVarianceRatio,
    spi: p.schedulePerformanceIndex,
    cpi: p.costPerformanceIndex,
    bac: c.budgetAtCompletion,
    tcpi: c.toCompletePerformanceIndex,
    typical: c.typical.estimateAtCompletion,
    etc: c.typical.estimateToComplete,
    vac: c.typical.varianceAtCompletion,
    tcpiToTypical: c.typical.toCompletePerformanceIndex,
    atypical: c.atypical.estimateAtCompletion,
    both: c.costAndSchedule.estimateAtCompletion,
  });
  type Name = keyof ReturnType<typeof values>;

  it.each<[string, ReportedFigures, string, Name[]]>([
    [
      'no planned value',
      { ...fence, plannedValue: undefined },
      'planned-value-missing',
      ['sv', 'svRatio', 'spi', 'both'],
    ],
    [
      'a planned value of 0',
      { ...fence, plannedValue: '0' },
      'planned-value-zero',
      ['svRatio', 'spi', 'both'],
    ],
    [
      'no earned value',
      { ...fence, earnedValue: undefined },
      'earned-value-missing',
      [
        'sv',
        'svRatio',
        'cv',
        'cvRatio',
        'spi',
        'cpi',
        'tcpi',
        'typical',
        'etc',
        'vac',
        'tcpiToTypical',
        'atypical',
        'both',
      ],
    ],
    [
      'an earned value of 0',
      { ...fence, earnedValue: '0.00' },
      'earned-value-zero',
      ['cvRatio', 'typical', 'etc', 'vac', 'tcpiToTypical', 'both'],
    ],
    [
      'no actual cost',
      { ...fence, actualCost: undefined },
      'actual-cost-missing',
      ['cv', 'cvRatio', 'cpi', 'tcpi', 'typical', 'etc', 'vac', 'tcpiToTypical', 'atypical', 'both'],
    ],
    [
      'an actual cost of 0',
      { ...fence, actualCost: '0' },
      'actual-cost-zero',
      ['cpi', 'typical', 'etc', 'vac', 'tcpiToTypical', 'both'],
    ],
    ['the budget spent to the last pound', { ...fence, actualCost: '4000' }, 'budget-spent', ['tcpi']],
    ['more than the budget spent', { ...fence, actualCost: '4001' }, 'budget-spent', ['tcpi']],
    ['all of the work done', { ...fence, earnedValue: '4000' }, 'forecast-spent', ['tcpiToTypical']],
  ])('with %s', (_, figures, code, names) => {
    const all = Object.entries(values(told(figures)));
    expect(
      all
        .filter(([, one]) => one.value === null)
        .map(([name]) => name)
        .sort(),
    ).toEqual([...names].sort());
    for (const [, one] of all.filter(([, each]) => each.value === null)) expect(one).toEqual(missing(code));
  });

  it('without a baseline has no budget at completion, and nothing that needs one', () => {
    const { against, performance } = told(fence, { baseline: undefined });
    expect(performance.costPerformanceIndex).toEqual(share('0.892857142857'));
    for (const one of [against.original.budgetAtCompletion, against.current.typical.estimateAtCompletion])
      expect(one).toEqual(missing('baseline-missing'));
  });

  describe('without a report', () => {
    it('is every figure but the budget at completion, which the baseline has', () => {
      const current = { ...fenceBaseline, wholeLifeCost: '5000' };
      const none = told({}, { report: undefined, baseline: { original: fenceBaseline, current } });
      const { original: first, current: now } = none.against;
      expect([first.budgetAtCompletion, now.budgetAtCompletion]).toEqual([money('4000'), money('5000')]);
      const others = every(none).filter(
        (one) => one !== first.budgetAtCompletion && one !== now.budgetAtCompletion,
      );
      expect(others).toHaveLength(every(told(fence)).length - 2);
      for (const one of others) expect(one).toEqual(missing('no-report'));
    });

    it('and without a baseline is the budget, too: no report would bring it', () => {
      const none = told({}, { report: undefined, baseline: undefined });
      expect(none.against.current.budgetAtCompletion).toEqual(missing('baseline-missing'));
      expect(none.against.current.onBudget).toEqual(missing('no-report'));
    });
  });

  describe('where more was earned than the budget at completion, which was lowered since', () => {
    const lowered = { ...fenceBaseline, wholeLifeCost: '2499.99' };
    const { performance, against } = told(fence, {
      baseline: { original: fenceBaseline, current: lowered },
    });
    const { budgetAtCompletion, onTime, onBudget, ...towardsIt } = against.current;

    it('is what is left to be done and spent of it, and what it will come to', () => {
      const left = every(towardsIt);
      expect(left).toHaveLength(13);
      for (const one of left) expect(one).toEqual(missing('earned-value-above-budget'));
    });

    it('are not the budget itself, what was done so far, and what came of it', () => {
      expect([budgetAtCompletion, performance.costPerformanceIndex]).toEqual([
        money('2499.99'),
        share('0.892857142857'),
      ]);
      expect([onTime, onBudget]).toEqual([missing('not-finished'), missing('not-finished')]);
    });

    it('is nothing against the baseline that is above it, to the last penny', () => {
      expect(against.original.typical.estimateAtCompletion).toEqual(money('4480'));
      const just = { ...fenceBaseline, wholeLifeCost: '2500' };
      expect(
        told(fence, { baseline: { original: just, current: just } }).against.current.atypical
          .estimateAtCompletion,
      ).toEqual(money('2800'));
    });

    it('is what is missing first, where something is', () =>
      expect(
        told({ earnedValue: '2500' }, { baseline: { original: lowered, current: lowered } }).against.current
          .typical.estimateAtCompletion,
      ).toEqual(missing('actual-cost-missing')));
  });
});

describe('a baseline that was set anew', () => {
  it('leaves the original beside it', () => {
    const current = { ...fenceBaseline, wholeLifeCost: '5000' };
    const { against } = told(fence, { baseline: { original: fenceBaseline, current } });
    expect([
      against.original.typical.estimateAtCompletion,
      against.current.typical.estimateAtCompletion,
    ]).toEqual([money('4480'), money('5600')]);
  });
});

it('has a version', () => expect(EARNED_VALUE_DEFINITION).toBe('earned-value-1'));
