import { asOf } from './example-cut';

const made = (value: string, unit: string) => ({ value, unit, coverage: { used: 1, eligible: 1 } });
const money = (value: string) => made(value, 'GBP');
const share = (value: string) => made(value, 'ratio');
const unknown = (eligible: number) => ({
  value: null,
  unavailable: 'no-component-knows',
  reason: 'No component that counts here has all the inputs of this figure.',
  coverage: { used: 0, eligible },
});

const forecast = (whole: string, left: string, variance: string, index: string) => ({
  estimateAtCompletion: money(whole),
  estimateToComplete: money(left),
  varianceAtCompletion: money(variance),
  toCompletePerformanceIndex: share(index),
});

const against = {
  budgetAtCompletion: money('12500000'),
  toCompletePerformanceIndex: share('1.030927835052'),
  typical: forecast('14000000', '11200000', '-1500000', '0.892857142857'),
  atypical: forecast('12800000', '10000000', '-300000', '1'),
  costAndSchedule: forecast('16240000', '13440000', '-3740000', '0.744047619048'),
};

const none = {
  proposed: 0,
  authorised: 0,
  held: 0,
  completed: 0,
  killed: 0,
  rejected: 0,
  withdrawn: 0,
  left: 0,
};

const whole = {
  components: { direct: 2, all: 2, byStatus: { ...none, proposed: 1, authorised: 1 } },
  reportedFor: { first: '2026-11-21', last: '2026-11-21' },
  sums: {
    plannedValue: money('3000000'),
    earnedValue: money('2500000'),
    actualCost: money('2800000'),
    forecastCost: unknown(1),
    expectedBenefits: money('18000000'),
  },
  performance: {
    scheduleVariance: money('-500000'),
    scheduleVarianceRatio: share('-0.166666666667'),
    costVariance: money('-300000'),
    costVarianceRatio: share('-0.12'),
    schedulePerformanceIndex: share('0.833333333333'),
    costPerformanceIndex: share('0.892857142857'),
  },
  against: { original: against, current: against },
};

/** The same figures, none of which can be told. */
const untold = <T extends object>(figures: T): object =>
  Object.fromEntries(
    Object.entries(figures).map(([name, one]: [string, object]) => [
      name,
      'coverage' in one ? unknown(0) : untold(one),
    ]),
  );

const { sums, performance } = whole;

/** What the read of a roll-up answers: work that stands in the portfolio itself, and a sub-portfolio in which nothing stands. */
export const rollUpExample = {
  'get /api/v1/portfolios/{portfolioId}/roll-up': {
    asOf,
    portfolio: { id: '1c7a0788-2ab5-8724-b706-9ce3b299b7a5', name: 'City' },
    kpi: 'roll-up-1',
    definition: 'earned-value-1',
    currency: 'GBP',
    counted: ['authorised', 'held', 'completed'],
    countedInOriginal: ['authorised', 'held', 'completed', 'killed'],
    whole,
    nodes: [
      {
        id: '0cf53bd9-5297-895e-bf97-90485f13ee7f',
        kind: 'sub-portfolio',
        name: 'Roads',
        parent: null,
        status: 'open',
        components: { direct: 0, all: 0, byStatus: none },
        reportedFor: null,
        ...untold({ sums, performance, against: whole.against }),
      },
    ],
  },
};
