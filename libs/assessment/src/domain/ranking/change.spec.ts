import type { Criterion } from '../scoring-model/scoring-model.events';
import type { MeasuredComponent } from '../measures/measures';
import { aRisingCriterion } from '../scoring-model/models.fixture';
import { banded, changes, confidence, cost, inShort, level } from './change.fixture';
import { bySize } from './change';

describe('what can be changed of a component', () => {
  it('is a rating of confidence for another of the same version of the scale', () =>
    expect(inShort(changes([confidence], { confidence: { scale: 'ipa-3', rating: 'green' } }))).toEqual([
      'delivery-confidence red 5',
    ]));

  it('is an amount for the nearest one in another band, to the cent', () =>
    expect(inShort(changes([aRisingCriterion()], { wholeLifeCost: '2.5' }))).toEqual([
      'reported-cost 3 1',
      'reported-cost 1.99 1',
      'reported-cost 4 2',
      'reported-cost 0.99 2',
      'reported-cost 5 3',
    ]));

  it('is nothing where there is no value, unless gaps are filled', () => {
    expect(changes([confidence, cost], {})).toEqual([]);
    expect(inShort(changes([cost], {}, true)).sort()).toEqual([
      'reported-cost 0.99 5',
      'reported-cost 1 4',
      'reported-cost 2 3',
      'reported-cost 3 2',
      'reported-cost 4 1',
      'reported-cost 5 0',
    ]);
    expect(inShort(changes([confidence], {}, true))).toHaveLength(4);
  });

  it('is no report of a cost that a case gives already', () =>
    expect(changes([cost], { caseCost: '3' }, true).map(({ input }) => input)).not.toContain(
      'reported-cost',
    ));

  it('takes no value away from a criterion', () => {
    const other = {
      ...confidence,
      id: 'other',
      scale: { ...confidence.scale, levels: [level('ipa-3', 'green', '5')] },
    };
    const figures = { confidence: { scale: 'ipa-3', rating: 'green' } };
    expect(changes([confidence, other as Criterion], figures)).toEqual([]);
  });

  it('leaves out a band that no cent reaches', () => {
    const narrow = banded('whole-life-cost', '1.001', '1.002');
    expect(inShort(changes([narrow], { wholeLifeCost: '3' }))).toEqual(['reported-cost 1 2']);
  });

  it('goes by size, then by the component asked for, then by weight, then by name', () => {
    const [large, small] = [...changes([cost], { wholeLifeCost: '3' })].sort(bySize('1')).toReversed();
    const heavy = changes([{ ...cost, weight: '0.9' }], { wholeLifeCost: '3' }).at(-1);
    if (!small || !large || !heavy) throw new Error('There are changes.');
    const other = { ...small, id: '2' };
    const light = { ...small, effect: heavy.effect };
    const named = { ...small, lead: { ...small.lead, criterion: { ...small.lead.criterion, name: 'Ab' } } };
    expect([large, small].sort(bySize('1'))).toEqual([small, large]);
    expect([other, small].sort(bySize('1'))).toEqual([small, other]);
    expect([light, heavy].sort(bySize('1'))).toEqual([heavy, light]);
    expect([small, named].sort(bySize('1'))).toEqual([named, small]);
  });
});

it('a change of equal effects is led by the criterion that comes to stand on another step', () => {
  // the cost counts 4 alone, then half of 4 beside half of 4: either contribution moves by 2
  const led = changes([cost, confidence], { wholeLifeCost: '1' }, true).filter(
    ({ to }) => to === 'amber-green',
  );
  expect(led.map(({ lead, effect }) => [lead.criterion.id, effect.toString()])).toEqual([
    ['confidence', '4'],
  ]);
});

describe('a changed cost of a business case', () => {
  const ratio = banded('benefit-cost-ratio', '1', '2');

  it('is taken through the ratio: 2.0 at benefits of 8 million needs a cost of 4 million', () =>
    expect(inShort(changes([ratio], { expectedBenefits: '8000000', caseCost: '5000000' }))).toEqual([
      'expected-benefits 10000000 1',
      'expected-benefits 4999999.99 1',
      'case-cost 4000000 1',
      'case-cost 8000000.01 1',
    ]));

  it('is taken through the whole-life cost, too, as long as no report gives one', () => {
    const both = [ratio, banded('whole-life-cost', '3000000', '4500000')];
    const given = { expectedBenefits: '8000000', caseCost: '5000000' };
    const ofCost = (figures: Partial<MeasuredComponent>) =>
      inShort(changes(both, figures)).filter((one) => one.startsWith('case-cost'));
    expect(ofCost(given)).toEqual([
      'case-cost 4499999.99 0.5',
      'case-cost 4000000 1',
      'case-cost 2999999.99 1.5',
      'case-cost 8000000.01 0.5',
    ]);
    expect(ofCost({ ...given, wholeLifeCost: '5000000' })).toEqual([
      'case-cost 4000000 0.5',
      'case-cost 8000000.01 0.5',
    ]);
  });

  it('lands on the exact side of a ratio that is rounded', () => {
    const thirds = changes([banded('benefit-cost-ratio', '0.3', '3')], {
      expectedBenefits: '10',
      caseCost: '4',
    });
    expect(inShort(thirds)).toEqual([
      'expected-benefits 12 1',
      'expected-benefits 1.19 1',
      'case-cost 3.33 1',
      'case-cost 33.34 1',
    ]);
    const vast = changes([banded('benefit-cost-ratio', '2')], {
      expectedBenefits: '1000000000000000',
      caseCost: '600000000000000',
    });
    for (const { component } of vast) {
      const { expectedBenefits = '0', caseCost = '1' } = component;
      expect(Number(expectedBenefits) / Number(caseCost)).toBeGreaterThanOrEqual(2);
    }
  });

  it('is none while a motion is open, which keeps the case as it was put to it', () =>
    expect(
      changes([ratio], { expectedBenefits: '8000000', caseCost: '5000000', hasOpenMotion: true }, true),
    ).toEqual([]));

  it('of equal effects is told the amount that changes by the smaller share of itself', () => {
    const [first] = [...changes([ratio], { expectedBenefits: '8000000', caseCost: '5000000' })]
      .filter(({ to }) => to === '10000000' || to === '4000000')
      .sort(bySize('1'));
    expect(first?.input).toBe('case-cost');
  });
});

describe('a reported figure', () => {
  it('is a forecast or a budget, either way from each other', () => {
    const variance = banded('budget-variance', '0.25', '0.5');
    expect(inShort(changes([variance], { budget: '100', forecast: '130' }))).toEqual([
      'forecast 124.99 1',
      'forecast 150 1',
      'budget 104.01 1',
      'budget 86.66 1',
    ]);
  });

  it('is earned value, actual cost or planned value, of which earned value moves both indices', () => {
    const both = [banded('cost-performance', '1'), banded('schedule-performance', '1')];
    const figures = { earnedValue: '80', actualCost: '90', plannedValue: '100' };
    expect(inShort(changes(both, figures))).toEqual([
      'earned-value 90 0.5',
      'earned-value 100 1',
      'actual-cost 80 0.5',
      'planned-value 80 0.5',
    ]);
    expect(inShort(changes(both, { ...figures, baselineCost: '95' })).slice(0, 2)).toEqual([
      'earned-value 90 0.5',
      'actual-cost 80 0.5',
    ]);
  });

  it('is a finish, in days from the one first reported', () => {
    const slip = banded('schedule-slip', '0.5', '31');
    const figures = { firstReportedFinish: '2026-01-01', finish: '2026-01-11' };
    expect(inShort(changes([slip], figures))).toEqual(['finish 2026-01-01 1', 'finish 2026-02-01 1']);
    expect(changes([slip], {}, true)).toEqual([]);
  });

  it('is no finish before the start', () => {
    const slip = banded('schedule-slip', '0', '31');
    const figures = { firstReportedFinish: '2026-01-01', finish: '2026-01-11', start: '2026-01-01' };
    expect(inShort(changes([slip], figures))).toEqual(['finish 2026-02-01 1']);
    expect(inShort(changes([slip], { ...figures, start: '2025-12-31' }))).toEqual([
      'finish 2025-12-31 1',
      'finish 2026-02-01 1',
    ]);
  });
});
