import { fence, fenceBaseline, money, missing, share } from '../earned-value/fence.scenes';
import { rollUpOf, TALLYING, type Component, type RollUp } from './roll-up';
import { heldBy } from './subtrees';

const baseline = { original: fenceBaseline, current: fenceBaseline };
const of = (used: number, eligible = used) => ({ coverage: { used, eligible } });
const fenced: Component = { status: 'authorised', node: null, figures: fence, baseline };
/** Half the fence at twice the price: CPI 0.25, where that of the fence is 0.892857…. */
const hedge: Component = {
  ...fenced,
  figures: { plannedValue: '1000', earnedValue: '500', actualCost: '2000', forecastCost: '3000.50' },
  expectedBenefits: '0.10',
};
const unreported: Component = { status: 'held', node: null, figures: {} };
const together = (...all: readonly Component[]): RollUp => rollUpOf(heldBy(TALLYING, all), 'GBP');

describe('what several components come to', () => {
  it('adds inputs first and divides last: no index is a mean of indices', () => {
    const { performance } = together(fenced, hedge);
    expect(performance).toEqual({
      scheduleVariance: { ...money('-1000'), ...of(2) },
      scheduleVarianceRatio: { ...share('-0.25'), ...of(2) },
      costVariance: { ...money('-1800'), ...of(2) },
      costVarianceRatio: { ...share('-0.6'), ...of(2) },
      schedulePerformanceIndex: { ...share('0.75'), ...of(2) },
      costPerformanceIndex: { ...share('0.625'), ...of(2) },
    });
  });

  it('is, of one component, what that one comes to', () =>
    expect(together(fenced).against.current.typical).toEqual({
      estimateAtCompletion: { ...money('4480'), ...of(1) },
      estimateToComplete: { ...money('1680'), ...of(1) },
      varianceAtCompletion: { ...money('-480'), ...of(1) },
      toCompletePerformanceIndex: { ...share('0.892857142857'), ...of(1) },
    }));

  it('says of each sum how many components had the figure', () =>
    expect(together(fenced, hedge, unreported).sums).toEqual({
      plannedValue: { ...money('4000'), ...of(2, 3) },
      earnedValue: { ...money('3000'), ...of(2, 3) },
      actualCost: { ...money('4800'), ...of(2, 3) },
      forecastCost: { ...money('3000.5'), ...of(1, 3) },
      expectedBenefits: { ...money('0.1'), ...of(1, 3) },
    }));

  it('leaves out of an index whoever lacks one of its inputs, and of no other', () => {
    const costless = { ...hedge, figures: { ...hedge.figures, actualCost: undefined } };
    const { performance, against } = together(fenced, costless);
    expect(performance.costPerformanceIndex).toEqual({ ...share('0.892857142857'), ...of(1, 2) });
    expect(performance.schedulePerformanceIndex).toEqual({ ...share('0.75'), ...of(2) });
    expect(against.current.typical.estimateAtCompletion).toEqual({ ...money('4480'), ...of(1, 2) });
    expect(against.current.budgetAtCompletion).toEqual({ ...money('8000'), ...of(2) });
  });

  it('leaves out of every estimate whoever earned more than its budget, as its own figures do', () => {
    const lowered = { ...fenceBaseline, wholeLifeCost: '2499' };
    const above = { ...fenced, baseline: { original: fenceBaseline, current: lowered } };
    const { performance, against } = together(hedge, above);
    expect(against.current.typical.estimateAtCompletion).toEqual({ ...money('16000'), ...of(1, 2) });
    expect(against.current.costAndSchedule.estimateAtCompletion.coverage).toEqual({ used: 1, eligible: 2 });
    expect(against.original.typical.estimateAtCompletion).toEqual({ ...money('12800'), ...of(2) });
    expect(against.current.budgetAtCompletion).toEqual({ ...money('6499'), ...of(2) });
    expect(performance.costPerformanceIndex).toEqual({ ...share('0.625'), ...of(2) });
  });

  it('is not available, and not 0, where nobody knows', () => {
    const { sums, performance, against, reportedFor } = together(unreported);
    const unknown = { ...missing('no-component-knows'), ...of(0, 1) };
    for (const one of [
      ...Object.values(sums),
      ...Object.values(performance),
      ...Object.values(against.original.costAndSchedule),
      against.current.budgetAtCompletion,
      against.current.toCompletePerformanceIndex,
    ])
      expect(one).toEqual(unknown);
    expect(reportedFor).toBeNull();
  });

  it('has no ratio to a sum of zero', () => {
    const idle = { ...fenced, figures: { plannedValue: '0', earnedValue: '0', actualCost: '0' } };
    expect(together(idle, idle).performance.costPerformanceIndex).toEqual({
      ...missing('actual-cost-zero'),
      ...of(2),
    });
  });

  it('counts everything by status, and adds only what was authorised and not stopped', () => {
    const every = [
      ...(['proposed', 'authorised', 'held', 'completed'] as const),
      ...(['killed', 'rejected', 'withdrawn', 'left'] as const),
    ];
    const { components, sums } = together(...every.map((status) => ({ ...fenced, status })));
    expect(components).toEqual({
      direct: 8,
      all: 8,
      byStatus: Object.fromEntries(every.map((status) => [status, 1])),
    });
    expect(sums.actualCost).toEqual({ ...money('8400'), ...of(3) });
  });

  it('keeps what was killed in the original baseline, and re-baselined work apart', () => {
    const dearer = {
      ...fenced,
      baseline: { ...baseline, current: { ...fenceBaseline, wholeLifeCost: '5000' } },
    };
    const { original, current } = together(dearer, { ...fenced, status: 'killed' }).against;
    expect([original.budgetAtCompletion, current.budgetAtCompletion]).toEqual([
      { ...money('8000'), ...of(2) },
      { ...money('5000'), ...of(1) },
    ]);
  });

  it('tells from which days the reports are that count', () =>
    expect(
      together(
        { ...fenced, reportedFor: { first: '2026-02-28', last: '2026-03-31' } },
        { ...fenced, reportedFor: { first: '2026-01-31', last: '2026-01-31' } },
        { ...fenced, reportedFor: { first: '2020-01-01', last: '2026-06-30' }, status: 'rejected' },
        unreported,
      ).reportedFor,
    ).toEqual({ first: '2026-01-31', last: '2026-03-31' }));
});
