import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { BusinessCaseRequest } from './business-case.requests';
import { ReportCorrectionRequest, StatusReportRequest } from './status-report.requests';

const thin = {
  name: 'North bridge',
  summary: 'New bearings.',
  sponsor: 'p-maya',
  manager: 'p-priya',
  wholeLifeCost: '12500000',
  start: '2027-04-01',
  finish: '2029-03-31',
};
const increment = { day: '2029-12-31', amount: '1' };
const benefit = {
  id: 'b',
  name: 'Open',
  metric: 'detours',
  unit: 'money',
  owner: 'p-maya',
  planned: [increment],
};
const risk = { id: 'r', description: 'Late.', probability: 1, impact: 5 };
const line = { skill: 'welder', month: '2027-04', hours: '8' };

const pathsOf = (errors: readonly ValidationError[], within = ''): readonly string[] =>
  errors.flatMap(({ property, constraints, children = [] }) => [
    ...(constraints ? [`${within}${property}`] : []),
    ...pathsOf(children, `${within}${property}.`),
  ]);

const wrongIn = (shape: new () => object, body: object) =>
  pathsOf(validateSync(plainToInstance(shape, body), { whitelist: true, forbidNonWhitelisted: true }));
const times = (n: number, item: object) => Array.from({ length: n }, () => item);

describe('the request of a business case', () => {
  const wrong = (change: object) => wrongIn(BusinessCaseRequest, { ...thin, ...change });

  it('may say as little as it did before there were lists', () => expect(wrong({})).toEqual([]));

  it.each<[string, object]>([
    ['budgets of 60 years', { budgetByYear: times(60, { year: 2027, amount: '1' }) }],
    ['demand in 2,000 lines', { demand: times(2_000, line) }],
    ['60 benefits', { benefits: times(60, benefit) }],
    ['120 increments', { benefits: [{ ...benefit, planned: times(120, increment) }] }],
    ['a benefit nobody owns, which the rules refuse', { benefits: [{ ...benefit, owner: undefined }] }],
    ['100 risks', { risks: times(100, risk) }],
    ['50 tags', { tags: Array.from({ length: 50 }, (_, at) => `tag ${at}`) }],
    [
      'texts of many lines',
      { scope: 'One.\nTwo.', options: 'None.\n', risks: [{ ...risk, response: 'A\nB' }] },
    ],
  ])('lets through %s', (_, change) => expect(wrong(change)).toEqual([]));

  it.each<[string, object, string]>([
    ['budgets of 61 years', { budgetByYear: times(61, { year: 2027, amount: '1' }) }, 'budgetByYear'],
    ['a year that is none', { budgetByYear: [{ year: 1899, amount: '1' }] }, 'budgetByYear.0.year'],
    ['demand in 2,001 lines', { demand: times(2_001, line) }, 'demand'],
    ['a month that is none', { demand: [{ ...line, month: '2027-00' }] }, 'demand.0.month'],
    ['hours as a number', { demand: [{ ...line, hours: 8 }] }, 'demand.0.hours'],
    ['61 benefits', { benefits: times(61, benefit) }, 'benefits'],
    ['121 increments', { benefits: [{ ...benefit, planned: times(121, increment) }] }, 'benefits.0.planned'],
    ['a benefit that plans nothing', { benefits: [{ ...benefit, planned: [] }] }, 'benefits.0.planned'],
    ['an owner by name', { benefits: [{ ...benefit, owner: 'Maya Okafor' }] }, 'benefits.0.owner'],
    ['101 risks', { risks: times(101, risk) }, 'risks'],
    ['a risk without a text', { risks: [{ ...risk, description: ' ' }] }, 'risks.0.description'],
    ['a risk off its scale', { risks: [{ ...risk, impact: 6 }] }, 'risks.0.impact'],
    ['51 tags', { tags: Array.from({ length: 51 }, () => 'tag') }, 'tags'],
    ['a tag nobody can see', { tags: ['\u200b'] }, 'tags'],
    ['a tag of two lines', { tags: ['one\ntwo'] }, 'tags'],
    ['a list of no tags', { tags: [] }, 'tags'],
    ['risks that are no list', { risks: risk }, 'risks'],
    ['texts of risks in its own field', { riskTexts: '{}' }, 'riskTexts'],
  ])('keeps out %s', (_, change, field) => expect(wrong(change)).toContain(field));
});

describe('the request of a report', () => {
  const day = { reportedFor: '2027-06-30', figures: {} };

  it('may say nothing but its day', () => expect(wrongIn(StatusReportRequest, day)).toEqual([]));

  it.each<[string, object, string]>([
    ['a colour that is none', { ownStatus: 'amber-red' }, 'ownStatus'],
    ['half a defect', { defects: { confirmed: 0.5 } }, 'defects.confirmed'],
    ['fewer than no responses', { satisfaction: { responses: -1, favourable: 0 } }, 'satisfaction.responses'],
    ['a mean as a number', { satisfaction: { responses: 1, favourable: 1, mean: 4 } }, 'satisfaction.mean'],
    ['requirements met of unknown many', { requirements: { met: 1 } }, 'requirements.assessed'],
    ['a delivery confidence', { confidence: { scale: 'ipa-3', rating: 'red' } }, 'confidence'],
    ['a delivery confidence of nothing', { confidence: null }, 'confidence'],
    ['a forecast finish on no day', { figures: { forecastFinish: '2027-02-30' } }, 'figures.forecastFinish'],
    ['a source of its own', { source: { file: 'x', line: 1 } }, 'source'],
  ])('keeps out %s', (_, change, field) =>
    expect(wrongIn(StatusReportRequest, { ...day, ...change })).toContain(field),
  );

  it('says where a delivery confidence belongs', () => {
    const given = plainToInstance(StatusReportRequest, { ...day, confidence: {} });
    const [wrong] = validateSync(given, { whitelist: true, forbidNonWhitelisted: true });
    expect(wrong?.constraints).toEqual({
      elsewhere: expect.stringContaining('POST /api/v1/projects/{projectId}/confidence'),
    });
  });

  it('that corrects another needs its reason, and takes its day from the path', () => {
    expect(wrongIn(ReportCorrectionRequest, { figures: {} })).toEqual(['reason']);
    expect(wrongIn(ReportCorrectionRequest, { ...day, reason: 'Mistyped.' })).toEqual(['reportedFor']);
  });
});
