import { baselineDifferences } from './baseline-difference';

const authorised = { wholeLifeCost: '1000', start: '2027-01-01', finish: '2028-12-31' };
const baseline = { original: { ...authorised, wholeLifeCost: '900' }, current: authorised };
const business_case = { ...authorised, expectedBenefits: null };
const reported = (reportedFor: string, figures: object) => ({
  ...{ reportedFor, figures, eventId: 'e', isListed: false },
});

describe('what differs from the current baseline', () => {
  it('is nothing where case and report say the same, however they write it', () => {
    const said = [reported('2027-06-30', { wholeLifeCost: '1000.00', finish: '2028-12-31' })];
    expect(baselineDifferences({ baseline, business_case, said })).toEqual([]);
  });

  it('is the cost and the dates of a case that went on, and what was last reported of each beside, with its day', () =>
    expect(
      baselineDifferences({
        baseline,
        business_case: { ...business_case, wholeLifeCost: '1200', finish: '2029-06-30' },
        said: [
          reported('2027-05-31', { wholeLifeCost: '1300', start: '2027-01-01' }),
          reported('2027-06-30', { start: '2027-02-01' }),
        ],
      }),
    ).toEqual([
      { figure: 'wholeLifeCost', baseline: '1000', present: '1200', by: 'business-case', reportedFor: null },
      {
        figure: 'finish',
        baseline: '2028-12-31',
        present: '2029-06-30',
        by: 'business-case',
        reportedFor: null,
      },
      { figure: 'wholeLifeCost', baseline: '1000', present: '1300', by: 'report', reportedFor: '2027-05-31' },
      {
        figure: 'start',
        baseline: '2027-01-01',
        present: '2027-02-01',
        by: 'report',
        reportedFor: '2027-06-30',
      },
    ]));

  it('is nothing of what nobody authorised here', () =>
    expect(baselineDifferences({ baseline: null, business_case, said: [] })).toEqual([]));
});
