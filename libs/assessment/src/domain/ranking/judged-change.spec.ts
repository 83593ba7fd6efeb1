import { ratedFrom } from '../assessment/mean-rating';
import type { GivenPoints, Rated } from '../measures/measures';
import { aDefinition, aRatedCriterion } from '../scoring-model/models.fixture';
import { changes, cost, inShort } from './change.fixture';
import { ratingChanges } from './judged-change';
import { readyModel } from './ready-model';

const ratingsOf = (given: Readonly<Record<string, readonly GivenPoints[]>>) => ({
  assessors: new Map(Object.entries(given)),
  ratings: new Map(
    Object.entries(given).flatMap(([criterion, points]): [string, Rated][] => {
      const rated = ratedFrom(points.map((one) => one.points));
      return rated ? [[criterion, rated]] : [];
    }),
  ),
});
const gives = (assessor: string, points: string): GivenPoints => ({ assessor, points });

describe('ratings', () => {
  const rated = [
    aRatedCriterion({ weight: '0.5' }),
    aRatedCriterion({ id: 'reach', name: 'Reach', weight: '0.5' }),
  ];

  it('are changed of one assessor, with the mean that makes, or of all, of one criterion alone', () => {
    const given = ratingsOf({ fit: [gives('mia', '2'), gives('otto', '3')], reach: [gives('mia', '1')] });
    const all = inShort(changes(rated, given));
    expect(all.slice(0, 5)).toEqual([
      'one-rating mia 0 0.5',
      'one-rating mia 1 0.25',
      'one-rating mia 3 0.25',
      'one-rating mia 4 0.5',
      'one-rating mia 5 0.75',
    ]);
    expect(all.filter((one) => one.startsWith('all-ratings'))).toEqual([
      'all-ratings 0 1.25',
      'all-ratings 1 0.75',
      'all-ratings 2 0.25',
      'all-ratings 3 0.25',
      'all-ratings 4 0.75',
      'all-ratings 5 1.25',
    ]);
    expect(all.slice(-5)).toEqual([
      'one-rating mia 0 0.5',
      'one-rating mia 2 0.5',
      'one-rating mia 3 1',
      'one-rating mia 4 1.5',
      'one-rating mia 5 2',
    ]);
  });

  it('of two that come to the same mean, are of the assessor named first', () => {
    const both = changes([rated[0] ?? cost], ratingsOf({ fit: [gives('mia', '2'), gives('otto', '2')] }));
    expect(inShort(both.filter(({ input }) => input === 'one-rating'))).toEqual([
      'one-rating mia 0 1',
      'one-rating mia 1 0.5',
      'one-rating mia 3 0.5',
      'one-rating mia 4 1',
      'one-rating mia 5 1.5',
    ]);
  });

  it('are neither changed nor given by a retired model', () => {
    const model = readyModel(aDefinition(rated));
    const one = { id: '1', name: 'One', ...ratingsOf({ fit: [gives('mia', '2')] }) };
    expect(ratingChanges(one, model, true)).not.toEqual([]);
    expect(ratingChanges(one, { ...model, isRetired: true }, true)).toEqual([]);
  });

  it('are given by a first assessor where gaps are filled', () =>
    expect(inShort(changes([rated[0] ?? cost], {}, true))).toHaveLength(6));
});
