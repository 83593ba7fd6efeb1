import { amountsOf, contentOf, reportOf } from './report-form';

describe('the one form of a report', () => {
  it('writes every amount in one way, and leaves days as they are', () =>
    expect(
      contentOf({
        figures: {
          plannedValue: '03000.00',
          forecastCost: '-0.50',
          forecastFinish: '2029-06-30',
          start: '2027-04-01',
        },
        personTimeHours: '12.0',
        defects: { confirmed: 1, size: '4.50', sizeUnit: 'kilometre' },
        satisfaction: { responses: 2, favourable: 1, mean: '4.0' },
      }),
    ).toEqual({
      figures: {
        plannedValue: '3000',
        forecastCost: '-0.5',
        forecastFinish: '2029-06-30',
        start: '2027-04-01',
      },
      personTimeHours: '12',
      defects: { confirmed: 1, size: '4.5', sizeUnit: 'kilometre' },
      satisfaction: { responses: 2, favourable: 1, mean: '4' },
    }));

  it('says nothing of what was not reported', () => {
    const nothing = {
      figures: { budget: undefined },
      ownStatus: undefined,
      defects: undefined,
      satisfaction: undefined,
      requirements: undefined,
      personTimeHours: undefined,
      confidence: undefined,
      narrative: undefined,
    };
    expect(Object.keys(contentOf(nothing))).toEqual(['figures']);
    expect(Object.keys(contentOf(nothing).figures)).toEqual([]);
  });

  it('takes no field that is not of a report, however deep', () => {
    const surprise = { surprise: 1 };
    const given = {
      reportedFor: '2026-03-02',
      figures: {},
      defects: { confirmed: 1, ...surprise },
      satisfaction: { responses: 1, favourable: 1, ...surprise },
      requirements: { assessed: 1, met: 1, ...surprise },
      confidence: { scale: 'ipa-3', rating: 'green', ...surprise },
      source: { file: 'list.csv', line: 7, ...surprise },
      ...surprise,
    };
    expect(JSON.stringify(reportOf(given))).not.toContain('surprise');
  });

  it('knows which figures are amounts', () =>
    expect(
      amountsOf({ budget: '1', start: '2026-01-01', finish: '2027-01-01', forecastFinish: '2028-01-01' }),
    ).toEqual({
      budget: '1',
    }));
});
