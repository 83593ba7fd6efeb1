import type { ProjectRow } from '@docket/project';
import { measuredOf } from './component-rows';

const row: ProjectRow = {
  revision: 0,
  portfolio: 'p',
  name: 'Bridge',
  department: null,
  category: null,
  reference: null,
  status: 'authorised',
  status_since: '2018-07-01T00:00:00.000Z',
  since: '2018-07-01',
  absent_from: null,
  proposer: null,
  sponsor: null,
  manager: null,
  declined: [],
  interested: [],
  open_motion: null,
  business_case: {
    wholeLifeCost: '900',
    expectedBenefits: '1800',
    start: '2018-01-01',
    finish: '2021-01-01',
  },
  baseline: null,
  reports: 2,
  finishes: [],
  first_finish: '2020-12-31',
  last_report: null,
  previous_report: null,
  said: [
    {
      ...{ reportedFor: '2019-07-01', eventId: 'e2', isListed: true },
      figures: { budget: '10', forecast: '12', wholeLifeCost: '950', finish: '2021-06-30' },
    },
    {
      ...{ reportedFor: '2019-08-01', eventId: 'e4', isListed: false },
      figures: { plannedValue: '5', earnedValue: '4', actualCost: '6', finish: '2022-06-30' },
    },
  ],
  confidences: [
    { day: '2019-08-01', reviewer: 'dina', scale: 'ipa-5', rating: 'amber', eventId: 'e3', revision: 3 },
  ],
  must_have: null,
  node: null,
};

describe('what is measured of a project', () => {
  it('is each figure as it was last reported, the finish it reported first, and what its reviewers judged last', () =>
    expect(measuredOf('1', row)).toEqual({
      id: '1',
      name: 'Bridge',
      confidence: { scale: 'ipa-5', rating: 'amber' },
      budget: '10',
      forecast: '12',
      wholeLifeCost: '950',
      firstReportedFinish: '2020-12-31',
      finish: '2022-06-30',
      caseCost: '900',
      expectedBenefits: '1800',
      isProposal: false,
      earnedValue: '4',
      plannedValue: '5',
      actualCost: '6',
    }));

  it('is its business case alone where nothing was reported', () =>
    expect(measuredOf('1', { ...row, first_finish: null, said: [], confidences: [] })).toEqual({
      id: '1',
      name: 'Bridge',
      caseCost: '900',
      expectedBenefits: '1800',
      isProposal: false,
    }));

  it('is what its current baseline commits, beside its case, and who marked it a must-have', () => {
    const authorised = { wholeLifeCost: '800', start: '2018-01-01', finish: '2021-01-01' };
    const baseline = { original: { ...authorised, wholeLifeCost: '700' }, current: authorised };
    const must_have = { reason: 'The law.', since: '2026-01-01T00:00:00.000Z', by: 'otto' };
    expect(measuredOf('1', { ...row, baseline, must_have })).toMatchObject({
      baselineCost: '800',
      caseCost: '900',
      wholeLifeCost: '950',
      mustHave: must_have,
    });
  });

  it('is a proposal until somebody decides', () =>
    expect(measuredOf('1', { ...row, status: 'proposed' }).isProposal).toBe(true));
});
