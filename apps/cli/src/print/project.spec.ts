import { namesBeside, samplePeople } from '@docket/identity';
import { projectPage, type ProjectAnswer } from './project';

const asOf = { token: 'token', number: 9, at: '2020-01-01T12:00:00.000Z' };
const named = namesBeside(samplePeople);
const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('in a terminal', () => {
  it('a project says its case, its baselines, its revisions, its figures and what it serves', () => {
    const figures = { wholeLifeCost: '900', start: '2027-01-01', finish: '2028-12-31' };
    const strong = { level: 3, name: 'strong' };
    const supporting = { level: 2, name: 'supporting' };
    const decisive = { level: 4, name: 'decisive' };
    const lacking = { value: null, reason: 'No baseline.' };
    const answer: ProjectAnswer = {
      asOf,
      project: {
        name: 'Bridge',
        status: 'authorised',
        since: '2020-01-01',
        department: 'DfT',
        businessCase: {
          ...{ ...figures, scope: 'The deck.', options: 'A ferry.', vendor: 'Yard Ltd', tags: ['rail'] },
          budgetByYear: [{ year: 2027, amount: '1250000.5' }],
          demand: [{ skill: 'welding', month: '2027-02', hours: '1600' }],
          benefits: [
            {
              ...{ name: 'Lorries pass', metric: 'lorries a day', unit: 'lorries', owner: 'p-maya' },
              planned: [{ day: '2028-01-01', amount: '40' }],
            },
            {
              name: 'Tolls',
              metric: 'takings',
              unit: 'money',
              owner: 'p-sam',
              planned: [{ day: '2028-01-01', amount: '5000' }],
            },
            { name: 'Quiet', metric: 'noise', unit: 'dB', owner: 'p-sam', planned: [] },
          ],
          risks: [
            { description: 'Floods', probability: 2, impact: 5, owner: 'p-sam', response: 'A wall.' },
            { description: null, probability: 1, impact: 1, response: null },
          ],
        },
        baseline: { original: figures, current: { ...figures, wholeLifeCost: '1000' } },
        differsFromBaseline: [
          { figure: 'wholeLifeCost', baseline: '1000', present: '900', by: 'business-case' },
          { figure: 'finish', baseline: '2028-12-31', present: '2029-01-31', by: 'report' },
        ],
        mustHave: { reason: 'The law.', by: 'p-otto', since: asOf.at },
        proposer: 'p-priya',
        sponsor: null,
        manager: 'p-priya',
        declined: [
          { part: 'sponsor', personId: 'p-sam', at: '2019-12-01T12:00:00.000Z', reason: 'Too much.' },
          { part: 'sponsor', personId: 'p-maya', at: asOf.at, reason: 'Nobody asked me.' },
        ],
      },
      revisions: {
        rows: [
          { number: 1, date: asOf.at, actor: 'p-priya', differences: [], part: null },
          {
            number: 2,
            date: asOf.at,
            actor: 'p-priya',
            differences: [{ path: 'wholeLifeCost', before: '800', after: '900' }],
            part: null,
          },
          {
            number: 3,
            date: asOf.at,
            actor: 'p-maya',
            differences: [{ path: 'sponsor', before: 'p-maya', after: null }],
            part: { event: 'PartDeclined', part: 'sponsor', reason: 'Nobody asked me.' },
          },
          {
            number: 4,
            date: asOf.at,
            actor: 'p-maya',
            differences: [],
            part: { event: 'PartTakenUp', part: 'sponsor', reason: null },
          },
        ],
      },
      reports: {
        rows: [
          {
            reportedFor: '2020-01-01',
            narrative: 'On plan.',
            confidence: { scale: 'ipa-3', rating: 'amber' },
            ownStatus: 'green',
            figures: { actualCost: '1200', forecastFinish: '2029-01-31' },
            defects: { confirmed: 3, size: '2', sizeUnit: 'km' },
            requirements: { met: 4, assessed: 5 },
            satisfaction: { favourable: 6, responses: 8 },
            personTimeHours: '40',
            corrections: [
              {
                ...{ correctedBy: 'p-otto', correctedAt: asOf.at, reason: 'A slip.' },
                differences: [
                  { path: 'defects/sizeUnit', before: null, after: 'km' },
                  { path: 'figures/earnedValue', before: '2500', after: null },
                ],
              },
            ],
          },
        ],
      },
      confidence: {
        counts: { scale: 'ipa-5', rating: 'red' },
        why: 'The list of 2020-01-01 rates it.',
        judgements: [],
        published: [{}],
      },
      earnedValue: {
        currency: 'GBP',
        performance: { costPerformanceIndex: { value: '0.892857142857', unit: 'ratio' } },
        against: { current: { budgetAtCompletion: lacking, typical: { estimateAtCompletion: lacking } } },
      },
      objectives: { rows: [{ id: 'o1', name: 'No lorry turns back' }] },
      dependencies: {
        rows: [
          {
            ...{ kind: 'requires', fromName: 'Bridge', toName: 'Port', reason: 'One crane.' },
            fromStatus: { status: 'authorised', since: asOf.at, stands: true },
            toStatus: { status: 'withdrawn', since: asOf.at, stands: false },
          },
          {
            ...{ kind: 'excludes', fromName: 'Tram', toName: 'Bridge', reason: 'One road.' },
            fromStatus: { status: 'left', since: asOf.at, stands: false },
            toStatus: { status: 'authorised', since: asOf.at, stands: true },
          },
        ],
      },
      contributions: {
        alignment: { value: '75' },
        contributions: [
          { objectiveId: 'o1', status: 'confirmed', level: strong, claimed: strong, confirmation: {} },
          { objectiveId: 'o2', status: 'claimed', level: supporting, claimed: decisive, confirmation: {} },
          { objectiveId: 'o3', status: 'confirmed', level: supporting, claimed: decisive, confirmation: {} },
          { objectiveId: 'o4', status: 'claimed', level: decisive, claimed: decisive, confirmation: null },
        ],
      },
    };
    const said = flat(projectPage(answer, 'UTC', named));
    for (const part of [
      'A must-have: The law. (marked by Otto Lindqvist (p-otto) on 2020-01-01)',
      'Differs from its baseline: whole life cost GBP 900 by its business case, GBP 1,000 as authorised Differs from its baseline: finish 2029-01-31 by its last report, 2028-12-31 as authorised',
      'Business case: GBP 900, 2027-01-01 to 2028-12-31 Scope: The deck.',
      'Baseline, original: GBP 900, 2027-01-01 to 2028-12-31 Baseline, current: GBP 1,000',
      'wholeLifeCost: 800 → 900',
      'corrected by Otto Lindqvist (p-otto) on 2020-01-01: A slip. defects: size unit: not said → km earned value: 2500 → not said',
      'Delivery confidence: red (ipa-5). The list of 2020-01-01 rates it.',
      'Proposed by: Priya Raman (p-priya) Sponsor: declined by Maya Okafor (p-maya) on 2020-01-01: Nobody asked me. Manager: Priya Raman (p-priya)',
      '3, 2020-01-01, by Maya Okafor (p-maya): declines to be sponsor: Nobody asked me. sponsor: Maya Okafor (p-maya) → nothing',
      '4, 2020-01-01, by Maya Okafor (p-maya): takes up the part of sponsor',
      'cost performance index: 0.893',
      'not available: budget at completion, typical. No baseline.',
      'Bridge requires Port, which was withdrawn on 2020-01-01: One crane.',
      'Tram, which left the portfolio on 2020-01-01, excludes Bridge: One road.',
      'No lorry turns back: strong, confirmed o2: supporting, confirmed 2 (supporting); a claim of 4 (decisive) waits o3: supporting, claimed 4 (decisive), confirmed 2 (supporting) o4: decisive, claimed alignment: 75.0 of 100',
      'Scope: The deck. Options considered: A ferry. Vendor: Yard Ltd Tags: rail',
      'Budget by year: 2027: GBP 1,250,000.5 Demand: welding, 2027-02: 1,600 hours',
      'Benefits: Lorries pass, owned by Maya Okafor (p-maya): lorries a day; 40 lorries from 2028-01-01 Tolls, owned by Sam Whitlock (p-sam): takings; GBP 5,000 from 2028-01-01 Quiet, owned by Sam Whitlock (p-sam): noise; nothing planned',
      'Risks: Floods: probability 2 of 5, impact 5 of 5, owned by Sam Whitlock (p-sam); A wall. not told: probability 1 of 5, impact 1 of 5',
      'Latest reports: for 2020-01-01: On plan. rated amber (ipa-3) its own status: green actual cost GBP 1,200, forecast finish 2029-01-31 defects: 3 confirmed, in 2 km requirements: 4 met of 5 assessed satisfaction: 6 favourable of 8 that answered hours of people: 40 corrected by',
    ])
      expect(said).toContain(part);
  });
});
