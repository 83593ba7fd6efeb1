import { measures as exact, type MeasuredComponent } from './measures';
import type { Measure } from '../scoring-model/scoring-model.events';

const component = { id: '1', name: 'One' };

/** Measures with their numbers as text. */
const shown = (measure: Measure) => (of: MeasuredComponent) => JSON.parse(JSON.stringify(exact[measure](of)));
const measures = {
  'delivery-confidence': shown('delivery-confidence'),
  'budget-variance': shown('budget-variance'),
  'whole-life-cost': shown('whole-life-cost'),
  'schedule-slip': shown('schedule-slip'),
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
      reason: 'no delivery confidence was reported',
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
