import { goalProgressOf, progressOf } from './progress';

const day = '2026-01-31';
const from = (baseline: string, target: string, actual?: string) =>
  progressOf({
    baseline: { value: baseline, day },
    target: { value: target, day },
    actual: actual === undefined ? null : { value: actual, day },
  });

describe('the progress of an objective', () => {
  it.each([
    ['half the way of a measure that rises', '30', '45', '37.5', '0.5'],
    ['half the way of a measure that falls', '40', '10', '25', '0.5'],
    ['the baseline still', '40', '10', '40', '0'],
    ['the target', '40', '10', '10', '1'],
    ['more than the target', '30', '45', '60', '2'],
    ['the wrong way', '40', '10', '43', '-0.1'],
    ['a third, at twelve places', '0', '3', '1', '0.333333333333'],
    ['two thirds, half-even', '0', '3', '2', '0.666666666667'],
    ['values below zero', '-10', '-4', '-7', '0.5'],
  ])('is %s', (_, baseline, target, actual, value) =>
    expect(from(baseline, target, actual)).toEqual({ value, reason: null }),
  );

  it('is not available, and never 0, without an actual', () =>
    expect(from('40', '10')).toEqual({ value: null, reason: 'no-actual' }));

  it.each([undefined, '40', '41'])('is not available where the target is the baseline: at %s', (actual) =>
    expect(from('40', '40.0', actual)).toEqual({ value: null, reason: 'target-equals-baseline' }),
  );
});

describe('the goal progress of a portfolio', () => {
  it('weighs the progress of its objectives', () =>
    expect(
      goalProgressOf([
        { weight: '0.6', progress: '0.5' },
        { weight: '0.4', progress: '-0.1' },
      ]),
    ).toEqual({ progress: { value: '0.26', reason: null }, coverage: { used: 2, eligible: 2 } }));

  it('leaves out what has no progress or no weight, and says so', () =>
    expect(
      goalProgressOf([
        { weight: '0.5', progress: '0.2' },
        { weight: '0.25', progress: '1' },
        { weight: '0.25', progress: null },
        { weight: null, progress: '1' },
      ]),
    ).toEqual({
      progress: { value: '0.466666666667', reason: null },
      coverage: { used: 2, eligible: 4 },
    }));

  it.each([
    ['there is no objective', [], 'no-objectives'],
    ['nobody has weighed them', [{ weight: null, progress: '1' }], 'nothing-weighed'],
    ['none has a progress', [{ weight: '1', progress: null }], 'no-progress'],
    [
      'what has progress has no weight',
      [
        { weight: '1', progress: null },
        { weight: null, progress: '1' },
      ],
      'no-progress',
    ],
  ] as const)('is not available, and never 0, where %s', (_, objectives, reason) =>
    expect(goalProgressOf(objectives)).toEqual({
      progress: { value: null, reason },
      coverage: { used: 0, eligible: objectives.length },
    }),
  );
});
