import { asOf } from './example-cut';

const projectId = 'f8850372-b7ed-8703-94a9-5fba136b8fc2';
const name = 'North bridge renewal';
const money = (value: string) => ({ value, unit: 'GBP' });
const ratio = (value: string) => ({ value, unit: 'ratio' });
const missing = (unavailable: string, reason: string) => ({ value: null, unavailable, reason });

const first = {
  figures: {},
  ownStatus: null,
  defects: null,
  satisfaction: null,
  requirements: null,
  personTimeHours: null,
  confidence: null,
  narrative: 'Soon.',
  eventId: '9f531f23-834f-48d8-ae1b-715fcb2e17b9',
  revision: 2,
  actor: 'p-priya',
  date: '2026-11-21T02:48:05.120Z',
};

const report = {
  reportedFor: '2026-11-21',
  ...first,
  figures: { plannedValue: '3000000', earnedValue: '2500000', actualCost: '2800000' },
  narrative: 'On plan.',
  eventId: '0c8f7b1e-5a0f-4f4e-8d39-6a8f0d0b6a11',
  revision: 3,
  date: '2026-11-21T02:49:11.004Z',
  source: null,
  corrections: [
    {
      former: first,
      correctedBy: 'p-priya',
      correctedAt: '2026-11-21T02:49:11.004Z',
      reason: 'It was not soon.',
      differences: [
        { path: 'figures/plannedValue', before: null, after: '3000000' },
        { path: 'narrative', before: 'Soon.', after: 'On plan.' },
      ],
    },
  ],
};

const revision = {
  number: 1,
  date: '2026-11-21T02:47:45.357Z',
  actor: 'p-priya',
  eventId: '91e6711a-b3a1-495b-aa3d-a617e9705c68',
  revision: 0,
  differences: [
    { path: 'name', before: null, after: name },
    { path: 'wholeLifeCost', before: null, after: '12500000' },
  ],
  part: null,
};

const forecast = (estimate: string, toComplete: string, variance: string, index: string) => ({
  estimateAtCompletion: money(estimate),
  estimateToComplete: money(toComplete),
  varianceAtCompletion: money(variance),
  toCompletePerformanceIndex: ratio(index),
});
const NOT_FINISHED = missing('not-finished', 'The work is not completed: a decision says when it is.');
const against = {
  budgetAtCompletion: money('12500000'),
  toCompletePerformanceIndex: ratio('1.030927835052'),
  typical: forecast('14000000', '11200000', '-1500000', '0.892857142857'),
  atypical: forecast('12800000', '10000000', '-300000', '1'),
  costAndSchedule: forecast('16240000', '13440000', '-3740000', '0.744047619048'),
  onTime: NOT_FINISHED,
  onBudget: NOT_FINISHED,
};

const earnedValue = {
  id: projectId,
  name,
  definition: 'earned-value-1',
  currency: 'GBP',
  reportedFor: '2026-11-21',
  eventId: '0c8f7b1e-5a0f-4f4e-8d39-6a8f0d0b6a11',
  valuesReportedFor: '2026-11-21',
  valuesEventId: '0c8f7b1e-5a0f-4f4e-8d39-6a8f0d0b6a11',
  performance: {
    scheduleVariance: money('-500000'),
    scheduleVarianceRatio: ratio('-0.166666666667'),
    costVariance: money('-300000'),
    costVarianceRatio: ratio('-0.12'),
    schedulePerformanceIndex: ratio('0.833333333333'),
    costPerformanceIndex: ratio('0.892857142857'),
  },
  quality: {
    defectDensity: missing('defects-missing', 'The latest report counts no defects.'),
    customerSatisfaction: missing('satisfaction-missing', 'The latest report says nothing of satisfaction.'),
    satisfactionMean: missing('satisfaction-missing', 'The latest report says nothing of satisfaction.'),
    responseRate: missing('satisfaction-missing', 'The latest report says nothing of satisfaction.'),
    specificationConformance: missing('requirements-missing', 'The latest report counts no requirements.'),
  },
  against: { original: against, current: against },
};

const dependency = {
  id: '2b0f6a1d-90c4-8d5e-b7a1-4f6c2d8e9a03',
  kind: 'requires',
  from: projectId,
  to: '7a1f0c2a-9f0e-8b1d-9c3a-2f5d1c7e4b11',
  fromName: name,
  toName: 'South quay',
  fromStatus: { status: 'authorised', since: '2026-11-21T02:49:40.020Z', stands: true },
  toStatus: { status: 'proposed', since: '2026-11-21T02:47:59.310Z', stands: true },
  reason: 'One crane.',
  declaredBy: 'p-otto',
  declaredAt: '2026-11-21T02:50:00.000Z',
};

const interest = {
  project: { id: projectId, name },
  person: 'p-bea',
  nature: 'family',
  description: 'My brother owns a share of the contractor.',
  declaredAt: '2026-11-21T02:50:00.000Z',
  declaredBy: 'p-bea',
  revised: null,
  ended: null,
};

const judged = { scale: 'ipa-3', rating: 'amber', eventId: '3f8d2c8e-1d0b-4a5e-9c36-1b7f0e2d4c55' };
const firstJudged = {
  ...{ scale: 'ipa-3', rating: 'red', reason: 'No bearings anywhere.', withdrawn: null },
  ...{ eventId: '8a0e5b7c-6f2d-4c19-b0d4-7e3a9c1f5d22', number: 9, revision: 3 },
  date: '2026-11-21T02:49:30.000Z',
};
const confidence = {
  id: projectId,
  name,
  counts: { day: '2026-11-21', reviewer: 'p-dina', revision: 4, ...judged, number: 10 },
  why: 'p-dina judged it for 2026-11-21, the latest day that anybody did.',
  judgements: [
    {
      judgedFor: '2026-11-21',
      reviewer: 'p-dina',
      ...judged,
      reason: 'The bearings are late, and the winter is near.',
      withdrawn: null,
      ...{ number: 10, revision: 4, date: '2026-11-21T02:50:02.000Z' },
      counts: true,
      former: [firstJudged],
    },
  ],
  published: [],
};

const listOf = (row: object) => ({ asOf, total: 1, next: null, rows: [row] });

/** What reads of the record of one project answer: its revisions, its reports and what follows from them, its dependencies. */
export const projectRecordExamples = {
  'get /api/v1/projects/{projectId}/revisions': listOf(revision),
  'get /api/v1/projects/{projectId}/reports': listOf(report),
  'get /api/v1/projects/{projectId}/reports/{day}': { asOf, ...report },
  'get /api/v1/projects/{projectId}/earned-value': { asOf, ...earnedValue },
  'get /api/v1/projects/{projectId}/confidence': { asOf, ...confidence },
  'get /api/v1/projects/{projectId}/dependencies': listOf(dependency),
  'get /api/v1/portfolios/{portfolioId}/dependencies': listOf(dependency),
  'get /api/v1/portfolios/{portfolioId}/interests': listOf(interest),
};
