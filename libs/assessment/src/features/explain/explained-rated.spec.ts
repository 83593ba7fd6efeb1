import { Decimal } from '@docket/kernel';
import { ratedFrom } from '../../domain/assessment/mean-rating';
import { aCriterion, aRatedCriterion } from '../../domain/scoring-model/models.fixture';
import type { AnchoredScale } from '../../domain/scoring-model/scoring-model.events';
import { explainedRated, meaningAt } from './explained-rated';

const scale: AnchoredScale = {
  kind: 'anchors',
  maximum: '10',
  anchors: ['0', '9', '10'].map((points) => ({ points, meaning: `worth ${points}` })),
};
const criterion = aRatedCriterion({ scale });
const rating = (assessor: string, points: string) => ({ assessor, points, reason: 'So.', origin: null });
const measured = (...points: readonly string[]) => {
  const rated = ratedFrom(points);
  return rated ? ({ kind: 'rated', ...rated } as const) : ({ kind: 'missing', reason: 'none' } as const);
};

describe('what stands behind a mean', () => {
  it('is how far its ratings reach, by their worth and not as text', () =>
    expect(
      explainedRated(criterion, measured('10', '9'), {
        ratings: [rating('mia', '10'), rating('noor', '9')],
        notCounted: [],
      }),
    ).toMatchObject({ assessors: 2, lowest: '9', highest: '10', spread: '0.707107' }));

  it('is each rating with what its anchor means, those that do not count as well', () => {
    const left = { ...rating('omar', '0'), because: 'sponsor', since: null } as const;
    const rated = explainedRated(criterion, measured('9'), {
      ratings: [rating('mia', '9')],
      notCounted: [left],
    });
    expect([rated?.ratings[0]?.meaning, rated?.notCounted[0]?.meaning, rated?.spread]).toEqual([
      'worth 9',
      'worth 0',
      null,
    ]);
  });

  it('is nobody where nobody who counts rated it, and no question of what is measured', () => {
    const nothing = { ratings: [], notCounted: [] };
    expect(explainedRated(criterion, measured(), nothing)).toEqual({
      ...{ assessors: 0, lowest: null, highest: null, spread: null, ratings: [], notCounted: [] },
    });
    expect(explainedRated(aCriterion(), measured(), nothing)).toBeNull();
  });

  it.each([
    ['9', 'worth 9'],
    ['9.5', 'Between “worth 9” (9) and “worth 10” (10).'],
    ['0', 'worth 0'],
    ['11', ''],
  ])('means at %s: %s', (points, meaning) => expect(meaningAt(Decimal.of(points), scale)).toBe(meaning));
});
