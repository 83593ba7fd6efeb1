import { Decimal } from '@docket/kernel';
import { measuredOn, type MeasuredComponent } from './measures';
import type { Measure } from '../scoring-model/scoring-model.events';

const component = { id: '1', name: 'One' };

/** Measures with their numbers as text. */
const shown = (measure: Measure) => (of: MeasuredComponent) =>
  JSON.parse(JSON.stringify(measuredOn({ id: 'c', measure }, of)));
const measures = {
  'delivery-confidence': shown('delivery-confidence'),
  'budget-variance': shown('budget-variance'),
  'whole-life-cost': shown('whole-life-cost'),
  'schedule-slip': shown('schedule-slip'),
  'cost-performance': shown('cost-performance'),
  'schedule-performance': shown('schedule-performance'),
  'benefit-cost-ratio': shown('benefit-cost-ratio'),
  'strategic-alignment': shown('strategic-alignment'),
  assessment: shown('assessment'),
};

describe('delivery confidence', () => {
  it('is the rating in its scale', () =>
    expect(
      measures['delivery-confidence']({ ...component, confidence: { scale: 'ipa-5', rating: 'amber-red' } }),
    ).toEqual({
      kind: 'rating',
      scale: 'ipa-5',
      value: 'amber-red',
    }));
  it('is missing where none was reported', () =>
    expect(measures['delivery-confidence'](component)).toEqual({
      kind: 'missing',
      reason: 'no delivery confidence was judged',
    }));
});

describe('budget variance', () => {
  const variance = (budget?: string, forecast?: string) =>
    measures['budget-variance']({ ...component, ...(budget && { budget }), ...(forecast && { forecast }) });

  it.each([
    ['above', '110', '0.1'],
    ['below', '90', '0.1'],
    ['on', '100', '0'],
  ])('is the distance of a forecast %s the budget, as a share of it', (_, forecast, value) =>
    expect(variance('100', forecast)).toEqual({ kind: 'number', value }),
  );
  it('is rounded half-even to 12 places', () =>
    expect(variance('3', '4')).toEqual({ kind: 'number', value: '0.333333333333' }));
  it.each([
    ['the budget is zero', '0', '10', 'budget is zero'],
    ['the budget is zero with decimals', '0.00', '10', 'budget is zero'],
    ['no budget was reported', undefined, '10', 'no budget was reported'],
    ['no forecast was reported', '10', undefined, 'no forecast was reported'],
  ])('is missing, not zero, where %s', (_, budget, forecast, reason) =>
    expect(variance(budget, forecast)).toEqual({ kind: 'missing', reason }),
  );
});

describe('whole-life cost', () => {
  it('is the amount reported, zero included', () =>
    expect(measures['whole-life-cost']({ ...component, wholeLifeCost: '0' })).toEqual({
      kind: 'number',
      value: '0',
    }));
  it('is missing where none was reported', () =>
    expect(measures['whole-life-cost'](component)).toEqual({
      kind: 'missing',
      reason: 'no whole-life cost was reported',
    }));
});

describe('schedule slip', () => {
  const slip = (firstReportedFinish: string, finish: string) =>
    measures['schedule-slip']({ ...component, firstReportedFinish, finish });

  it('is the days from the finish first reported to the latest', () =>
    expect(slip('2024-02-28', '2024-03-01')).toEqual({ kind: 'number', value: '2' }));
  it('is negative where the finish came nearer', () =>
    expect(slip('2024-03-01', '2024-02-28')).toEqual({ kind: 'number', value: '-2' }));
  it('is missing where no finish was reported', () =>
    expect(measures['schedule-slip'](component)).toEqual({
      kind: 'missing',
      reason: 'no finish was reported',
    }));
});

describe('earned-value performance', () => {
  const fence = { ...component, plannedValue: '3000', earnedValue: '2500', actualCost: '2800' };

  it('is earned value over actual cost, and over planned value: the worked fence', () =>
    expect([measures['cost-performance'](fence), measures['schedule-performance'](fence)]).toEqual([
      { kind: 'number', value: '0.892857142857' },
      { kind: 'number', value: '0.833333333333' },
    ]));
  it.each([
    ['cost-performance', { ...fence, actualCost: '0' }, 'actual cost is zero'],
    ['cost-performance', { ...component, earnedValue: '1' }, 'no actual cost was reported'],
    ['schedule-performance', { ...fence, plannedValue: '0.00' }, 'planned value is zero'],
    ['schedule-performance', component, 'no earned value was reported'],
  ] as const)('is missing, not zero: %s of %j', (measure, of, reason) =>
    expect(measures[measure](of)).toEqual({ kind: 'missing', reason }),
  );
});

describe('the benefit-cost ratio', () => {
  it('is what the business case expects for what it costs', () =>
    expect(
      measures['benefit-cost-ratio']({ ...component, expectedBenefits: '18000000', caseCost: '12500000' }),
    ).toEqual({ kind: 'number', value: '1.44' }));
  it.each([
    [{ caseCost: '5' }, 'no business case states expected benefits in money'],
    [{ expectedBenefits: '5' }, 'no whole-life cost was reported'],
    [{ expectedBenefits: '5', caseCost: '0' }, 'whole-life cost is zero'],
  ])('is missing of %j', (figures, reason) =>
    expect(measures['benefit-cost-ratio']({ ...component, ...figures })).toEqual({ kind: 'missing', reason }),
  );
});

describe('strategic alignment', () => {
  it('is what was confirmed, from 0 to 100', () =>
    expect(measures['strategic-alignment']({ ...component, alignment: '72.5' })).toEqual({
      kind: 'number',
      value: '72.5',
    }));
  it('is missing where nothing was confirmed', () =>
    expect(measures['strategic-alignment'](component)).toEqual({
      kind: 'missing',
      reason: 'no confirmed contribution to an active objective with a weight',
    }));
});

describe('what assessors rate', () => {
  const rated = { mean: Decimal.of('3.5'), spread: Decimal.of('0.5'), assessors: 2 };

  it('is their mean on this very criterion', () =>
    expect(measures.assessment({ ...component, ratings: new Map([['c', rated]]) })).toEqual({
      kind: 'rated',
      mean: '3.5',
      spread: '0.5',
      assessors: 2,
    }));
  it.each([undefined, new Map([['other', rated]])])(
    'is missing where nobody rated it, never zero',
    (ratings) =>
      expect(measures.assessment({ ...component, ratings })).toEqual({
        kind: 'missing',
        reason: 'not assessed yet',
      }),
  );
});
