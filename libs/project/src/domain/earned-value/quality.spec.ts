import type { ReportContent, ReportedFigures } from '../project';
import type { EarnedValueInputs } from '.';
import { missing, share, told } from './fence.scenes';

describe('what is counted', () => {
  const quality = (measures: Omit<ReportContent, 'figures'>) => told({}, { measures }).quality;

  it('is told as shares, in the unit of size that was reported', () =>
    expect(
      quality({
        defects: { confirmed: 12, size: '4.5', sizeUnit: 'kilometre' },
        satisfaction: { asked: 40, responses: 25, favourable: 15, mean: '3.52' },
        requirements: { assessed: 120, met: 96 },
      }),
    ).toEqual({
      defectDensity: { value: '2.666666666667', unit: 'defects per kilometre' },
      customerSatisfaction: share('0.6'),
      satisfactionMean: { value: '3.52', unit: 'rating from 1 to 5' },
      responseRate: share('0.625'),
      specificationConformance: share('0.8'),
    }));

  it('says what is missing', () => {
    expect(Object.values(quality({})).map((one) => 'unavailable' in one && one.unavailable)).toEqual([
      'defects-missing',
      'satisfaction-missing',
      'satisfaction-missing',
      'satisfaction-missing',
      'requirements-missing',
    ]);
    expect(
      Object.values(
        quality({
          defects: { confirmed: 3 },
          satisfaction: { responses: 0, favourable: 0 },
          requirements: { assessed: 0, met: 0 },
        }),
      ).map((one) => 'unavailable' in one && one.unavailable),
    ).toEqual(['size-missing', 'no-responses', 'no-responses', 'asked-missing', 'none-assessed']);
    expect(quality({ defects: { confirmed: 3, size: '0', sizeUnit: 'km' } }).defectDensity).toEqual(
      missing('size-zero'),
    );
    expect(quality({ satisfaction: { asked: 0, responses: 0, favourable: 0 } }).responseRate).toEqual(
      missing('asked-zero'),
    );
    expect(quality({ satisfaction: { responses: 2, favourable: 2 } }).satisfactionMean).toEqual(
      missing('mean-missing'),
    );
  });

  it('none of 25 responses favourable is 0, which is told', () =>
    expect(quality({ satisfaction: { responses: 25, favourable: 0 } }).customerSatisfaction).toEqual(
      share('0'),
    ));
});

describe('on time and on budget', () => {
  const delivery = (figures: ReportedFigures, inputs: Partial<EarnedValueInputs> = {}) => {
    const { onTime, onBudget } = told(figures, { completed: true, ...inputs }).against.current;
    return [onTime, onBudget].map((one) => ('unavailable' in one ? one.unavailable : one.value));
  };

  it('are told of what is completed, to the day and the pound', () => {
    expect(delivery({ finish: '2026-03-05', actualCost: '4000' })).toEqual([true, true]);
    expect(delivery({ finish: '2026-03-06', actualCost: '4000.01' })).toEqual([false, false]);
  });

  it('are not available before, nor without a baseline, a finish or a cost', () => {
    const done = { finish: '2026-03-05', actualCost: '4000' };
    expect(delivery(done, { completed: false })).toEqual(['not-finished', 'not-finished']);
    expect(delivery(done, { baseline: undefined })).toEqual(['baseline-missing', 'baseline-missing']);
    expect(delivery({})).toEqual(['finish-missing', 'actual-cost-missing']);
  });
});
