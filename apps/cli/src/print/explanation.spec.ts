import { explanation, type ExplainAnswer } from './explanation';

type Criterion = ExplainAnswer['criteria'][number];

const measured: Criterion = {
  ...{ name: 'Cost', weight: '1', direction: 'cost', unit: 'GBP', value: '900', scale: null, rated: null },
  ...{ missing: null, anchor: { credit: '4', maximum: '5', meaning: 'Small.' }, contribution: '4' },
  ...{ origin: null, figures: [] },
};
const rated: Criterion = {
  ...{ ...measured, name: 'Risk', unit: null, value: '1.333333333333' },
  anchor: { credit: '3.666666666667', maximum: '5', meaning: 'Between.' },
  rated: {
    ...{ assessors: 3, lowest: '1', highest: '2', spread: '0.57735' },
    ...{ ratings: [], notCounted: [] },
  },
};
const said = (criterion: Criterion): string =>
  explanation(
    {
      ...{ asOf: { token: 'token', number: 9, at: '2020-01-01T12:00:00.000Z' }, notices: [], ranked: 1 },
      ...{ portfolio: { name: 'Works' }, model: { name: 'Worth' }, above: null, below: null },
      row: { rank: 1, reason: 'So.', name: 'Bridge', score: '4', coverage: '1' },
      criteria: [criterion],
    },
    'UTC',
    { width: 200 },
  );

describe('what a step of a scale counts, in a terminal', () => {
  it('is its credit: of less is better, what its points leave of the maximum', () => {
    expect(said(measured)).toContain('reported GBP 900: counts 4 of 5. Small.');
    expect(said(rated)).toContain(
      '1.33, mean of 3 assessors, 1 to 2, spread 0.6: counts 3.67 of 5. Between.',
    );
  });
});

describe('a figure that is told as it was reported', () => {
  it('adds no line of nothing but spaces', () => {
    const figures = [
      { figure: 'actualCost', reportedFor: '2020-01-01', number: 7, leftOutBy: null },
    ] as const;
    expect(said({ ...measured, figures })).not.toMatch(/^ +$/m);
  });
});
