import type {
  BusinessCase,
  FieldDifference,
  ProjectDetail,
  ReportVersionView,
  ReportView,
} from '@docket/project';
import { differenceOf } from '@docket/project';
import { wordsOf } from '../words.fixture';
import { baselineSection } from './baseline.view';
import { businessCaseSection } from './business-case.view';
import { correctionsInWords } from './reported-words';
import { reportSections } from './reports.view';
import { revisionsSection } from './revisions.view';

const project = {
  proposer: 'p-priya',
  sponsor: 'p-maya',
  manager: null,
  declined: [],
  interested: [],
  businessCase: {
    wholeLifeCost: '900',
    expectedBenefits: null,
    start: '2027-01-01',
    finish: '2028-12-31',
    tags: ['rail', '<b>urgent</b>'],
    scope: 'The deck, not the piers.',
    options: null,
    budgetByYear: [{ year: 2027, amount: '1250000.5' }],
    demand: [{ skill: 'welding', month: '2027-02', hours: '1600' }],
    benefits: [
      {
        id: 'b1',
        name: 'Lorries pass',
        metric: 'lorries a day',
        unit: 'lorries',
        owner: 'p-maya',
        planned: [{ day: '2028-01-01', amount: '40' }],
      },
      {
        id: 'b2',
        name: 'Tolls',
        metric: 'takings',
        unit: 'money',
        owner: 'p-sam',
        planned: [{ day: '2028-01-01', amount: '5000' }],
      },
    ],
    risks: [{ id: 'r1', probability: 2, impact: 5, description: 'Floods', response: null }],
  },
} as unknown as ProjectDetail;

const setting = { currency: 'GBP', timeZone: 'UTC' };

describe('the business case of a project', () => {
  const said = wordsOf(businessCaseSection(project, setting));

  it.each([
    'Proposed by Priya Raman (p-priya) Sponsor Maya Okafor (p-maya) Scope The deck, not the piers.',
    'Tags rail, &lt;b&gt;urgent&lt;/b&gt;',
    'Budget by year Year Budget 2027 GBP 1,250,000.5',
    'welding 2027-02 1,600',
    'Lorries pass lorries a day Maya Okafor (p-maya) from 2028-01-01: 40 lorries',
    'Tolls takings Sam Whitlock (p-sam) from 2028-01-01: GBP 5,000',
    'Floods 2 5 – –',
  ])('says: %s', (part) => expect(said).toContain(part));

  it('is no part of the page where there is none', () =>
    expect(businessCaseSection({ ...project, businessCase: null }, setting)).toEqual([]));
});

const declinedBy = (personId: string) =>
  ({ event: 'PartDeclined', part: 'sponsor', personId, reason: 'Nobody asked me.' }) as const;

it('a revision says field by field what it says otherwise, the first what was stated', () => {
  const first = { name: 'Bridge', wholeLifeCost: '900', tags: ['rail'] } as unknown as BusinessCase;
  const second = { ...first, wholeLifeCost: '950' };
  const at = { date: '2027-01-01T12:00:00.000Z', actor: 'p-priya', eventId: 'e', revision: 0, part: null };
  const said = wordsOf(
    revisionsSection(
      [
        { ...at, number: 1, differences: differenceOf(undefined, first) },
        { ...at, number: 2, differences: differenceOf(first, second) },
        { ...at, number: 3, differences: [], part: declinedBy('p-maya') },
        {
          ...at,
          number: 4,
          differences: [],
          part: { ...declinedBy('p-maya'), event: 'PartTakenUp', reason: null },
        },
      ],
      { currency: 'GBP', timeZone: 'UTC', kept: { portfolio: 'p' }, numbers: new Map([['e', 12]]) },
    ),
  );
  expect(said).toContain('Recorded as event 12.');
  expect(said).toContain('Revision 1, 2027-01-01, by Priya Raman (p-priya): as first stated, 3 fields');
  expect(said).toContain('Revision 2, 2027-01-01, by Priya Raman (p-priya): 1 field otherwise');
  expect(said).toContain('Whole-life cost GBP 900 GBP 950');
  expect(said).toContain(
    'Revision 3, 2027-01-01, by Priya Raman (p-priya): declines to be sponsor: Nobody asked me.',
  );
  expect(said).toContain('Revision 4, 2027-01-01, by Priya Raman (p-priya): takes up the part of sponsor');
});

it('a baseline stands as first authorised beside how it stands now', () => {
  const original = { wholeLifeCost: '900', start: '2027-01-01', finish: '2028-12-31' };
  const current = { ...original, wholeLifeCost: '1000', expectedBenefits: '2000' };
  const baselineScope = { original: 'Deck', current: 'Deck and piers' };
  const differsFromBaseline = [
    { figure: 'wholeLifeCost', baseline: '1000', present: '1100', by: 'business-case', reportedFor: null },
    {
      figure: 'finish',
      baseline: '2028-12-31',
      present: '2029-01-31',
      by: 'report',
      reportedFor: '2028-06-30',
    },
  ] as const;
  const rebaselined = { ...project, baseline: { original, current }, baselineScope, differsFromBaseline };
  const said = wordsOf(baselineSection(rebaselined, 'GBP'));
  for (const part of [
    'Whole-life cost GBP 900 GBP 1,000',
    'Benefits – GBP 2,000',
    'Scope Deck Deck and piers',
    'It differs from its baseline: whole-life cost GBP 1,100 by its business case, GBP 1,000 as authorised; finish 2029-01-31 by its report for 2028-06-30, 2028-12-31 as authorised.',
  ])
    expect(said).toContain(part);
  expect(said).not.toContain('Planned benefits');
});

describe('reports', () => {
  const version: ReportVersionView = {
    figures: { actualCost: '100' },
    ownStatus: null,
    defects: { confirmed: 3, size: '2', sizeUnit: 'km' },
    satisfaction: null,
    requirements: null,
    personTimeHours: null,
    confidence: { scale: 'ipa-3', rating: 'amber' },
    narrative: 'On plan.',
    eventId: 'e',
    revision: 1,
    actor: 'p-priya',
    date: '2027-03-01T12:00:00.000Z',
  };
  const correction = (
    former: ReportVersionView,
    differences: readonly FieldDifference[],
    reason: string,
  ) => ({
    former,
    differences,
    correctedBy: 'p-otto',
    correctedAt: '2027-03-02T12:00:00.000Z',
    reason,
  });
  const report: ReportView = {
    ...version,
    reportedFor: '2027-02-28',
    source: null,
    corrections: [
      correction(
        { ...version, figures: { actualCost: '80', earnedValue: '2500', finish: '2028-01-01' } },
        [
          { path: 'figures/actualCost', before: '80', after: '100' },
          { path: 'figures/earnedValue', before: '2500', after: null },
          { path: 'figures/finish', before: '2028-01-01', after: '2028-02-01' },
        ],
        'Booked late.',
      ),
      correction(
        { ...version, narrative: null },
        [
          { path: 'defects/sizeUnit', before: 'mile', after: 'km' },
          { path: 'narrative', before: null, after: 'On plan.' },
        ],
        'A slip.',
      ),
    ],
  };
  const said = wordsOf(reportSections([report], { currency: 'GBP', timeZone: 'UTC' }));

  it('tell the latest in full', () =>
    expect(said).toContain(
      'Rated amber (ipa-3) Figures actual cost GBP 100 Defects 3 confirmed, in 2 km Narrative On plan. Reported by Priya Raman (p-priya), 2027-03-01',
    ));

  it('tell the earlier ones folded up, the later first', () => {
    const before = (reportedFor: string, actualCost: string) => ({
      ...{ ...report, reportedFor, figures: { actualCost }, corrections: [] },
    });
    const all = [before('2026-12-31', '40'), before('2027-01-31', '60'), report];
    const [, earlier] = reportSections(all, { currency: 'GBP', timeZone: 'UTC' });
    expect(earlier?.title).toBe('Earlier reports');
    expect(earlier?.body.text.match(/<details>/g)).toHaveLength(2);
    expect(wordsOf([earlier].flatMap((one) => one ?? []))).toMatch(
      /For 2027-01-31: rated amber .* actual cost GBP 60 .* For 2026-12-31: rated amber .* actual cost GBP 40 /,
    );
  });

  it('tell of each correction what its event changed, by the id of that event', () => {
    const [first, second] = report.corrections;
    if (!first || !second) throw new Error('There are two.');
    const corrections = [first, { ...second, former: { ...second.former, eventId: 'middle' } }];
    expect([...correctionsInWords([{ ...report, corrections, eventId: 'last' }], 'GBP')]).toEqual([
      [
        'middle',
        expect.stringMatching(/^for 2027-02-28; actual cost: GBP 80 → GBP 100; .*; “Booked late.”$/),
      ],
      ['last', expect.stringContaining('narrative: not said → On plan.; “A slip.”')],
    ]);
  });

  it('tell field by field what each correction changed, and what it says no more', () => {
    expect(said).toContain(
      '2027-02-28 actual cost: GBP 80 → GBP 100; earned value: GBP 2,500 → not said; finish: 2028-01-01 → 2028-02-01 Otto Lindqvist (p-otto), 2027-03-02 Booked late.',
    );
    expect(said).toContain(
      '2027-02-28 defects: size unit: mile → km; narrative: not said → On plan. Otto Lindqvist (p-otto), 2027-03-02 A slip.',
    );
  });
});
