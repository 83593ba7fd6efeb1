import { alignmentOf } from './alignment';
import { CONTRIBUTION_SCALE, CONTRIBUTION_SCALES, contributionLevel } from './contribution-scale';

const objectives = [
  { id: 'limits', weight: '0.6' },
  { id: 'trips', weight: '0.4' },
];
const confirmed = (objectiveId: string, alignment: string) => ({ objectiveId, alignment });

describe('the alignment of a component', () => {
  it('is what its confirmed contributions stand for, weighted', () =>
    expect(alignmentOf(objectives, [confirmed('limits', '75'), confirmed('trips', '25')])).toEqual({
      value: '55',
      reason: null,
      coverage: { used: 2, eligible: 2 },
    }));

  it('carries the weight of an objective it does not serve', () =>
    expect(alignmentOf(objectives, [confirmed('limits', '75')])).toEqual({
      value: '45',
      reason: null,
      coverage: { used: 1, eligible: 2 },
    }));

  it('is 0 where nothing but "none" is confirmed', () =>
    expect(alignmentOf(objectives, [confirmed('limits', '0')])).toMatchObject({ value: '0', reason: null }));

  it('is 100 where it is essential to all', () =>
    expect(alignmentOf(objectives, [confirmed('limits', '100'), confirmed('trips', '100')])).toMatchObject({
      value: '100',
    }));

  it('divides by the weights that are left once an objective is retired, at twelve places', () =>
    expect(
      alignmentOf(
        [
          { id: 'limits', weight: '0.2' },
          { id: 'trips', weight: '0.1' },
        ],
        [confirmed('limits', '25'), confirmed('rail', '100')],
      ),
    ).toEqual({ value: '16.666666666667', reason: null, coverage: { used: 1, eligible: 2 } }));

  it.each([
    ['there is no objective', [], [confirmed('limits', '75')], 'no-objectives', 0],
    [
      'nobody has weighed them',
      [{ id: 'limits', weight: null }],
      [confirmed('limits', '75')],
      'nothing-weighed',
      0,
    ],
    ['nothing is confirmed', objectives, [], 'nothing-confirmed', 2],
    [
      'what it serves is not weighed',
      [...objectives, { id: 'rail', weight: null }],
      [confirmed('rail', '75')],
      'nothing-confirmed',
      2,
    ],
  ] as const)('is not available, and never 0, where %s', (_, active, some, reason, eligible) =>
    expect(alignmentOf(active, some)).toEqual({ value: null, reason, coverage: { used: 0, eligible } }),
  );
});

describe('the scale of contributions', () => {
  it('says what each level means, and rises without gap', () => {
    const levels = CONTRIBUTION_SCALES[CONTRIBUTION_SCALE] ?? [];
    expect(levels.map(({ level, name, alignment }) => [level, name, alignment])).toEqual([
      [0, 'none', '0'],
      [1, 'indirect', '25'],
      [2, 'supporting', '50'],
      [3, 'strong', '75'],
      [4, 'essential', '100'],
    ]);
    expect(levels.filter(({ meaning }) => meaning.trim() === '')).toEqual([]);
  });

  it('has no other levels, and no other versions', () => {
    expect(contributionLevel(CONTRIBUTION_SCALE, 5)).toBeUndefined();
    expect(contributionLevel('contribution-0', 1)).toBeUndefined();
  });
});
