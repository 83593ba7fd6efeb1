import { aCriterion, aRatedCriterion } from '../scoring-model/models.fixture';
import type { Criterion } from '../scoring-model/scoring-model.events';
import { ratedFrom } from '../assessment/mean-rating';
import type { GivenPoints, Rated } from '../measures/measures';
import { bySize } from './change';
import { banded, changes, inShort } from './changes.fixture';

const level = (scale: string, rating: string, points: string) => ({ scale, rating, points, meaning: rating });
const confidence: Criterion = {
  id: 'confidence',
  name: 'Confidence',
  weight: '0.5',
  direction: 'benefit',
  measure: 'delivery-confidence',
  scale: {
    kind: 'levels',
    maximum: '5',
    levels: [
      level('ipa-3', 'green', '5'),
      level('ipa-3', 'red', '0'),
      level('ipa-5', 'green', '5'),
      level('ipa-5', 'amber-green', '4'),
    ],
  },
};
const cost = aCriterion({ weight: '0.5', direction: 'cost' });

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

describe('what can be changed of a component', () => {
  it('is a rating of confidence for another of the same version of the scale', () =>
    expect(inShort(changes([confidence], { confidence: { scale: 'ipa-3', rating: 'green' } }))).toEqual([
      'delivery-confidence red 5',
    ]));

  it('is an amount for the nearest one in another band, to the cent', () =>
    expect(inShort(changes([aCriterion()], { wholeLifeCost: '2.5' }))).toEqual([
      'reported-cost 3 1',
      'reported-cost 1.99 1',
      'reported-cost 4 2',
      'reported-cost 0.99 2',
      'reported-cost 5 3',
    ]));

  it('is nothing where there is no value, unless gaps are filled', () => {
    expect(changes([confidence, cost], {})).toEqual([]);
    expect(inShort(changes([cost], {}, true)).sort()).toEqual([
      'reported-cost 0.99 5',
      'reported-cost 1 4',
      'reported-cost 2 3',
      'reported-cost 3 2',
      'reported-cost 4 1',
      'reported-cost 5 0',
    ]);
    expect(inShort(changes([confidence], {}, true))).toHaveLength(4);
  });

  it('is no report of a cost that a case gives already', () =>
    expect(changes([cost], { caseCost: '3' }, true).map(({ input }) => input)).not.toContain(
      'reported-cost',
    ));

  it('takes no value away from a criterion', () => {
    const other = {
      ...confidence,
      id: 'other',
      scale: { ...confidence.scale, levels: [level('ipa-3', 'green', '5')] },
    };
    const figures = { confidence: { scale: 'ipa-3', rating: 'green' } };
    expect(changes([confidence, other as Criterion], figures)).toEqual([]);
  });

  it('leaves out a band that no cent reaches', () => {
    const narrow = banded('whole-life-cost', '1.001', '1.002');
    expect(inShort(changes([narrow], { wholeLifeCost: '3' }))).toEqual(['reported-cost 1 2']);
  });

  it('goes by size, then by the component asked for, then by weight, then by name', () => {
    const [large, small] = [...changes([cost], { wholeLifeCost: '3' })].sort(bySize('1')).toReversed();
    const heavy = changes([{ ...cost, weight: '0.9' }], { wholeLifeCost: '3' }).at(-1);
    if (!small || !large || !heavy) throw new Error('There are changes.');
    const other = { ...small, id: '2' };
    const light = { ...small, effect: heavy.effect };
    const named = { ...small, lead: { ...small.lead, criterion: { ...small.lead.criterion, name: 'Ab' } } };
    expect([large, small].sort(bySize('1'))).toEqual([small, large]);
    expect([other, small].sort(bySize('1'))).toEqual([small, other]);
    expect([light, heavy].sort(bySize('1'))).toEqual([heavy, light]);
    expect([small, named].sort(bySize('1'))).toEqual([named, small]);
  });
});

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

  it('are given by a first assessor where gaps are filled', () =>
    expect(inShort(changes([rated[0] ?? cost], {}, true))).toHaveLength(6));
});
