import { Decimal } from '@docket/kernel';
import { aCriterion, aDefinition, aRatedCriterion } from '../scoring-model/models.fixture';
import type { Criterion } from '../scoring-model/scoring-model.events';
import { ratedFrom } from '../assessment/mean-rating';
import type { MeasuredComponent } from '../measures/measures';
import { bySize, changesOf, costAfter } from './change';
import { profiler } from './profile';
import { placementsOf } from './rank';
import { readyModel } from './ready-model';

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

const changes = (criteria: readonly Criterion[], figures: Partial<MeasuredComponent>, fillsGaps = false) => {
  const model = readyModel(aDefinition(criteria, '0.1'));
  const component = { id: '1', name: 'One', ...figures };
  const placed = { id: '1', name: 'One', placements: placementsOf(component, model) };
  return changesOf(placed, { model, profileFor: profiler(model), fillsGaps });
};

const inShort = (given: ReturnType<typeof changes>) =>
  given.map(
    ({ criterion, target, effect }) =>
      `${criterion.criterion.id} ${target.bound} ${target.value} ${effect.toString()}`,
  );

describe('what can be changed of a component', () => {
  it('is a rating for another of the same version of the scale', () =>
    expect(inShort(changes([confidence], { confidence: { scale: 'ipa-3', rating: 'green' } }))).toEqual([
      'confidence exactly red 5',
    ]));

  it('is a number for the nearest one in another band: from its beginning, or below its end', () =>
    expect(inShort(changes([aCriterion()], { wholeLifeCost: '2.5' }))).toEqual([
      'cost below 1 2',
      'cost below 2 1',
      'cost from 3 1',
      'cost from 4 2',
      'cost from 5 3',
    ]));

  it('is nothing where there is no value, unless gaps are filled', () => {
    expect(changes([confidence, cost], {})).toEqual([]);
    expect(inShort(changes([cost], {}, true))).toEqual([
      'cost below 1 5',
      'cost from 1 4',
      'cost from 2 3',
      'cost from 3 2',
      'cost from 4 1',
      'cost from 5 0',
    ]);
    expect(inShort(changes([confidence], {}, true))).toHaveLength(4);
  });

  it('moves together what is read from one figure, and counts all that it moves', () => {
    const both = [cost, aCriterion({ id: 'size', name: 'Size', weight: '0.5' })];
    expect(inShort(changes(both, { wholeLifeCost: '2' })).slice(0, 2)).toEqual([
      'cost below 1 2',
      'cost below 2 1',
    ]);
  });

  it('leaves out a band that no value of so many decimals reaches', () => {
    const bands = [
      { from: null, below: '1', points: '0', meaning: 'a' },
      { from: '1', below: '1.0000000000001', points: '1', meaning: 'b' },
      { from: '1.0000000000001', below: null, points: '5', meaning: 'c' },
    ];
    const narrow = aCriterion({ scale: { kind: 'bands', maximum: '5', unit: 'points', bands } });
    expect(inShort(changes([narrow], { wholeLifeCost: '3' }))).toEqual(['cost below 1 5']);
  });

  it('is the mean of ratings for another anchor, of that criterion alone', () => {
    const rated = [
      aRatedCriterion({ weight: '0.5' }),
      aRatedCriterion({ id: 'reach', name: 'Reach', weight: '0.5' }),
    ];
    const given = (...points: string[]) =>
      ratedFrom(points) ?? { mean: Decimal.zero, spread: null, assessors: 0 };
    const ratings = new Map([
      ['fit', given('2', '3')],
      ['reach', given('1')],
    ]);
    expect(inShort(changes(rated, { ratings }))).toEqual([
      'fit exactly 0 1.25',
      'fit exactly 1 0.75',
      'fit exactly 2 0.25',
      'fit exactly 3 0.25',
      'fit exactly 4 0.75',
      'fit exactly 5 1.25',
      'reach exactly 0 0.5',
      'reach exactly 2 0.5',
      'reach exactly 3 1',
      'reach exactly 4 1.5',
      'reach exactly 5 2',
    ]);
  });

  it('goes by size, then by the component asked for, then by weight, then by name', () => {
    const [small, large] = changes([cost], { wholeLifeCost: '3' }).toReversed();
    const heavy = changes([{ ...cost, weight: '0.9' }], { wholeLifeCost: '3' }).at(-1);
    if (!small || !large || !heavy) throw new Error('There are changes.');
    const other = { ...small, id: '2' };
    const light = { ...small, effect: heavy.effect };
    expect([large, small].sort(bySize('1'))).toEqual(
      small.effect.compare(large.effect) < 0 ? [small, large] : [large, small],
    );
    expect([other, small].sort(bySize('1'))).toEqual([small, other]);
    expect([light, heavy].sort(bySize('1'))).toEqual([heavy, light]);
  });

  it('changes what it costs where the cost itself is the figure', () => {
    const [below] = changes([cost], { wholeLifeCost: '3' });
    const [rated] = changes([confidence], { confidence: { scale: 'ipa-3', rating: 'green' } });
    if (!below || !rated) throw new Error('There are changes.');
    expect(costAfter(below, { wholeLifeCost: '3' })).toBe('0.999999999999');
    expect(costAfter(rated, { wholeLifeCost: '3' })).toBe('3');
  });
});
