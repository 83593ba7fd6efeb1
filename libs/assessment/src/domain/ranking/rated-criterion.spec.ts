import { ratedFrom } from '../assessment/mean-rating';
import { aRisingCriterion, aDefinition, aRatedCriterion } from '../scoring-model/models.fixture';
import { rank } from './rank';

describe('a rated criterion', () => {
  const rated = (id: string, ...points: readonly string[]) => ({
    id,
    name: id,
    ratings: new Map([['fit', ratedFrom(points)!]]),
  });
  const shown = (definition: Parameters<typeof rank>[1], ...all: Parameters<typeof rank>[0][number][]) =>
    rank(all, definition).map(({ id, score }) => [id, score]);

  it('counts the mean itself, between its anchors', () =>
    expect(shown(aDefinition([aRatedCriterion()]), rated('a', '2', '4', '5'), rated('b', '4'))).toEqual([
      ['b', '4'],
      ['a', '3.666666666667'],
    ]));

  it('counts the maximum less the mean where less is better', () =>
    expect(shown(aDefinition([aRatedCriterion({ direction: 'cost' })]), rated('a', '2', '3'))).toEqual([
      ['a', '2.5'],
    ]));

  it('is missing where nobody rated, and takes no part in the score', () => {
    const half = aDefinition([aRatedCriterion({ weight: '0.5' }), aRisingCriterion({ weight: '0.5' })]);
    const [row] = rank([{ id: 'a', name: 'A', wholeLifeCost: '3' }], half);
    expect([row?.score, row?.coverage, row?.reason]).toEqual([
      '3',
      '0.5',
      'Moved most by Cost (3 of 5), for and against; without Fit (not assessed yet).',
    ]);
  });

  it('breaks ties of score and coverage by its mean, and shows it', () => {
    const two = aDefinition([aRatedCriterion({ weight: '0.6' }), aRisingCriterion({ weight: '0.4' })]);
    const [first, second] = rank(
      [
        { ...rated('a', '2', '3'), wholeLifeCost: '3' },
        { ...rated('b', '2', '2', '2'), wholeLifeCost: '3' },
        { ...rated('c', '3', '2'), wholeLifeCost: '3' },
      ],
      two,
    );
    expect([first?.id, second?.id, first?.tieBreak.at(-1)]).toEqual(['a', 'c', { key: 'name', value: 'a' }]);
    expect(first?.tieBreak[2]).toEqual({ key: 'credit', criterion: 'fit', value: '2.5' });
  });

  it('gives nobody the profile of another whose mean differs in the last place', () =>
    expect(
      new Set(
        shown(
          aDefinition([aRatedCriterion()]),
          rated('a', '2', '2', '3'),
          rated('b', '2', '3', '3'),
          rated('c', '2', '2', '2', '2', '3', '3'),
        ).map(([, score]) => score),
      ).size,
    ).toBe(2));
});
