import { board, bridge } from './samples.fixture';

type Outlay = Readonly<{ cost: string; gain: string }>;

/** A business case in full: budget, benefits and demand add up to what it says of the whole. */
const yardCase = (name: string, { cost, gain }: Outlay) => ({
  ...bridge,
  name,
  summary: `What the yard needs of a ${name.toLowerCase()}.`,
  scope: `One ${name.toLowerCase()}, nothing beside it.`,
  options: 'To do without: rejected, the sheep would not.',
  wholeLifeCost: cost,
  expectedBenefits: gain,
  start: '2027-03-01',
  finish: '2027-03-04',
  department: 'Yard',
  vendor: 'Posts & Sons',
  tags: ['yard'],
  budgetByYear: [{ year: 2027, amount: cost }],
  demand: [{ skill: 'carpenter', month: '2027-03', hours: '32' }],
  benefits: [
    {
      id: 'saved',
      name: 'What is not lost',
      metric: 'losses, fewer',
      unit: 'money',
      owner: 'p-maya',
      planned: [{ day: '2027-12-31', amount: gain }],
    },
  ],
  risks: [{ id: 'rain', description: 'It rains.', probability: 4, impact: 2, response: 'Wait.' }],
});

/** Returns 6,000 / 4,500 = 1.33… at first, 6,000 / 4,000 = 1.5 as it is revised. */
export const fence = yardCase('Fence', { cost: '4500', gain: '6000' });
export const cheaperFence = yardCase('Fence', { cost: '4000', gain: '6000' });
/** Returns 2. */
export const well = yardCase('Well', { cost: '6000', gain: '12000' });
/** Returns 15,000 / 12,000 = 1.25 at first, 2 as it is revised. */
export const barn = { ...yardCase('Barn', { cost: '12000', gain: '15000' }), manager: 'p-sam' };
export const betterBarn = { ...yardCase('Barn', { cost: '8000', gain: '16000' }), manager: 'p-sam' };

const objective = (name: string, unit: string, from: string, to: string) => ({
  name,
  description: `${name}, as the village agreed.`,
  measure: { name, unit, direction: 'falls' },
  baseline: { value: from, day: '2025-12-31' },
  target: { value: to, day: '2028-12-31' },
});

export const fewerSheepLost = objective('Sheep lost', 'sheep', '12', '2');
export const lessFeedSpoilt = objective('Feed spoilt', 'tonnes', '8', '1');

const band = (from: string | null, below: string | null, points: string, meaning: string) => ({
  ...{ from, below, points, meaning },
});

/** Less is better: up to 5,000 one point of five, up to 10,000 two, from there on all five. */
const cost = {
  id: 'cost',
  name: 'Cost',
  direction: 'cost',
  measure: 'whole-life-cost',
  scale: {
    kind: 'bands',
    maximum: '5',
    unit: 'GBP',
    bands: [
      band(null, '5000', '1', 'The petty cash pays it.'),
      band('5000', '10000', '2', 'A year of saving pays it.'),
      band('10000', null, '5', 'It takes a loan.'),
    ],
  },
};

const fit = {
  id: 'fit',
  name: 'Fit',
  direction: 'benefit',
  measure: 'assessment',
  scale: {
    kind: 'anchors',
    maximum: '5',
    anchors: ['Serves nothing.', 'Hardly.', 'Indirectly.', 'Beside others.', 'Strongly.', 'Alone.'].map(
      (meaning, points) => ({ points: `${points}`, meaning }),
    ),
  },
};

const worth = {
  id: 'return',
  name: 'Return',
  direction: 'benefit',
  measure: 'benefit-cost-ratio',
  scale: {
    kind: 'bands',
    maximum: '5',
    unit: 'ratio',
    bands: [
      band(null, '1', '0', 'It loses money.'),
      band('1', '1.5', '2', 'It pays back.'),
      band('1.5', '2', '3', 'It pays back well.'),
      band('2', null, '5', 'It pays back twice.'),
    ],
  },
};

/** What the yard went by so far: the cheapest first. */
export const thrift = {
  name: 'Thrift',
  minimumCoverage: '0.5',
  criteria: [{ ...cost, weight: '1' }],
};

/** One criterion rated, two measured; the judgements of the worked example give .6370, .2583 and .1047. */
export const worthOfYard = {
  name: 'Worth of the yard',
  minimumCoverage: '0.5',
  criteria: [fit, worth, cost],
  weighting: {
    kind: 'pairwise',
    matrix: [
      ['1', '3', '5'],
      ['1/3', '1', '3'],
      ['1/5', '1/3', '1'],
    ],
  },
};

export const yardBoard = { ...board, name: 'Yard board' };
