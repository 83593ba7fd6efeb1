import { NOBODYS, type Case } from './refused-input.fixture';
import { bridge } from './samples.fixture';

const proposal = 'POST /api/v1/portfolios/{portfolioId}/projects';
const dependency = 'POST /api/v1/portfolios/{portfolioId}/dependencies';
const benefit = {
  id: 'open-road',
  name: 'The road stays open',
  metric: 'cost of detours, less',
  unit: 'money',
  owner: 'p-maya',
  planned: [{ day: '2029-12-31', amount: '18000000' }],
};
const { owner: _, ...nobodysBenefit } = benefit;
const risk = { id: 'late', description: 'Bearings come late.', probability: 3, impact: 3 };

/** Business cases and dependencies that cannot stand. */
export const refusedCase: readonly Case[] = [
  [
    'a benefit without an owner',
    'p-priya',
    proposal,
    { ...bridge, benefits: [nobodysBenefit] },
    '422 benefit-without-owner',
  ],
  [
    'benefits in money that do not add up',
    'p-priya',
    proposal,
    { ...bridge, benefits: [{ ...benefit, planned: [{ day: '2029-12-31', amount: '1' }] }] },
    '422 benefits-do-not-sum',
  ],
  [
    'a budget for a year outside its dates',
    'p-priya',
    proposal,
    { ...bridge, budgetByYear: [{ year: 2030, amount: '12500000' }] },
    '422 budget-year-outside-dates',
  ],
  [
    'budgets that do not add up',
    'p-priya',
    proposal,
    { ...bridge, budgetByYear: [{ year: 2027, amount: '12499999.99' }] },
    '422 budget-does-not-sum',
  ],
  [
    'demand of one skill in two spellings',
    'p-priya',
    proposal,
    {
      ...bridge,
      demand: [
        { skill: 'Welder', month: '2027-04', hours: '8' },
        { skill: 'welder ', month: '2027-04', hours: '8' },
      ],
    },
    '422 demand-twice',
  ],
  [
    'a skill in two spellings',
    'p-priya',
    proposal,
    {
      ...bridge,
      demand: [
        { skill: 'Welder', month: '2027-04', hours: '8' },
        { skill: 'welder', month: '2027-05', hours: '8' },
      ],
    },
    '422 spelled-two-ways',
  ],
  [
    'a tag in two spellings',
    'p-priya',
    proposal,
    { ...bridge, tags: ['Rail', 'rail'] },
    '422 spelled-two-ways',
  ],
  [
    'two benefits of one name',
    'p-priya',
    proposal,
    {
      ...bridge,
      benefits: [benefit, { ...benefit, id: 'open', name: 'the road stays open' }],
    },
    '422 benefit-twice',
  ],
  [
    'benefits in the currency that do not add up',
    'p-priya',
    proposal,
    { ...bridge, benefits: [{ ...benefit, unit: 'gbp', planned: [{ day: '2029-12-31', amount: '1' }] }] },
    '422 benefits-do-not-sum',
  ],
  [
    'a benefit before the work starts',
    'p-priya',
    proposal,
    { ...bridge, benefits: [{ ...benefit, planned: [{ day: '2027-03-31', amount: '18000000' }] }] },
    '422 benefit-before-start',
  ],
  [
    'demand in no month',
    'p-priya',
    proposal,
    { ...bridge, demand: [{ skill: 'welder', month: '2027-13', hours: '8' }] },
    '400 fields-invalid',
  ],
  [
    'demand outside its dates',
    'p-priya',
    proposal,
    { ...bridge, demand: [{ skill: 'welder', month: '2029-04', hours: '8' }] },
    '422 demand-outside-dates',
  ],
  [
    'demand for no hours',
    'p-priya',
    proposal,
    { ...bridge, demand: [{ skill: 'welder', month: '2027-04', hours: '0' }] },
    '422 demand-without-hours',
  ],
  [
    'a risk off its scale',
    'p-priya',
    proposal,
    { ...bridge, risks: [{ ...risk, probability: 6 }] },
    '400 fields-invalid',
  ],
  ['two risks of one id', 'p-priya', proposal, { ...bridge, risks: [risk, risk] }, '422 risk-twice'],
  ['tags without end', 'p-priya', proposal, { ...bridge, tags: ['x'.repeat(61)] }, '400 fields-invalid'],
  [
    'a project that depends on itself',
    'p-otto',
    dependency,
    { kind: 'requires', from: '{projectId}', to: '{projectId}', reason: 'x' },
    '422 dependency-on-itself',
  ],
  [
    'a dependency on a project nobody knows',
    'p-otto',
    dependency,
    { kind: 'requires', from: '{projectId}', to: NOBODYS, reason: 'x' },
    '404 project-unknown',
  ],
  [
    'a dependency of no kind',
    'p-otto',
    dependency,
    { kind: 'loves', from: '{projectId}', to: NOBODYS, reason: 'x' },
    '400 fields-invalid',
  ],
  [
    'a dependency taken back that nobody declared',
    'p-otto',
    `${dependency}/${NOBODYS}/removal`,
    { reason: 'x' },
    '404 dependency-unknown',
  ],
];
