import { deliveryHealthModel } from '../scoring-model/delivery-health';
import { aRisingCriterion, aDefinition } from '../scoring-model/models.fixture';
import type { Criterion } from '../scoring-model/scoring-model.events';
import { rank, rankPlaced } from './rank';
import { readyModel } from './ready-model';
import { Decimal } from '@docket/kernel';

/** Weighs points given directly on natural scales: the textbook form. */
const weighed = (criteria: readonly Criterion[], points: readonly string[]) => {
  const model = readyModel(aDefinition(criteria));
  const placements = model.criteria.map(({ place }, index) =>
    place({ kind: 'number', value: Decimal.of(points[index]!) }),
  );
  return rankPlaced([{ id: '1', name: 'One', placements }], model)[0]!;
};
const weights = (...all: readonly string[]) =>
  all.map((weight, index) => aRisingCriterion({ id: `c${index}`, weight }));

describe('a weighted score', () => {
  it('is 3.65 for the worked example of value', () =>
    expect(weighed(weights('0.25', '0.25', '0.2', '0.15', '0.15'), ['4', '3', '5', '2', '4'])).toMatchObject({
      score: '3.65',
      contributions: [
        { criterion: 'c0', points: '1' },
        { criterion: 'c1', points: '0.75' },
        { criterion: 'c2', points: '1' },
        { criterion: 'c3', points: '0.3' },
        { criterion: 'c4', points: '0.6' },
      ],
    }));

  it('is 2.69 for the worked chain, where risk and cost enter as the maximum less their points', () => {
    const exact = (id: string, points: string, weight: string, direction: Criterion['direction']) =>
      aRisingCriterion({
        id,
        weight,
        direction,
        scale: {
          kind: 'bands',
          maximum: '5',
          unit: 'points',
          bands: [{ from: null, below: null, points, meaning: id }],
        },
      });
    const chain = [
      exact('value', '3.65', '0.4', 'benefit'),
      exact('risk', '2.65', '0.3', 'cost'),
      exact('cost', '3.25', '0.3', 'cost'),
    ];
    expect(weighed(chain, ['0', '0', '0'])).toMatchObject({
      score: '2.69',
      contributions: [
        { criterion: 'value', points: '1.46' },
        { criterion: 'risk', points: '0.705' },
        { criterion: 'cost', points: '0.525' },
      ],
    });
  });

  it('has nothing between two bands: 3.99 stands in the band below 4', () => {
    const halves = aRisingCriterion({
      scale: {
        kind: 'bands',
        maximum: '5',
        unit: 'points',
        bands: [
          { from: null, below: '4', points: '1', meaning: 'low' },
          { from: '4', below: null, points: '5', meaning: 'high' },
        ],
      },
    });
    expect(['3.9', '3.99', '4'].map((value) => weighed([halves], [value]).score)).toEqual(['1', '1', '5']);
  });
});

const green = { scale: 'ipa-3', rating: 'green' };
const amber = { scale: 'ipa-3', rating: 'amber' };

describe('a ranking', () => {
  it('gives rank, reason, score, coverage, tie-break path and contributions, and lists the unranked with what is missing', () =>
    expect(
      rank(
        [
          { id: 'c', name: 'Ferry', budget: '0', forecast: '4' },
          {
            id: 'b',
            name: 'Bridge',
            confidence: amber,
            budget: '100',
            forecast: '130',
            wholeLifeCost: '600000000',
          },
          { id: 'a', name: 'Airport', confidence: green, wholeLifeCost: '30000000000' },
        ],
        deliveryHealthModel,
      ),
    ).toEqual([
      {
        rank: 1,
        reason:
          'Lifted most by Delivery confidence (4 of 4); held back most by Whole-life cost (0 of 1); without Budget variance (no budget was reported).',
        id: 'a',
        name: 'Airport',
        score: '4',
        coverage: '0.75',
        tieBreak: [{ key: 'score', value: '4' }],
        contributions: [
          { criterion: 'delivery-confidence', points: '4' },
          { criterion: 'whole-life-cost', points: '0' },
        ],
      },
      {
        rank: 2,
        reason: 'Moved most by Delivery confidence (1.5 of 3), for and against.',
        id: 'b',
        name: 'Bridge',
        score: '2.45',
        coverage: '1',
        tieBreak: [{ key: 'score', value: '2.45' }],
        contributions: [
          { criterion: 'delivery-confidence', points: '1.5' },
          { criterion: 'budget-variance', points: '0.5' },
          { criterion: 'whole-life-cost', points: '0.45' },
        ],
      },
      {
        rank: null,
        reason:
          'Not ranked: values for 0 % of the weight, the model asks for 50 %. Missing: Delivery confidence (no delivery confidence was judged), Budget variance (budget is zero), Whole-life cost (no whole-life cost was reported).',
        id: 'c',
        name: 'Ferry',
        score: null,
        coverage: '0',
        tieBreak: [],
        contributions: [],
      },
    ]));

  it('ranks at exactly the minimum coverage, not just below it', () => {
    const definition = (minimum: string) => ({ ...deliveryHealthModel, minimumCoverage: minimum });
    const rankUnder = (minimum: string) =>
      rank([{ id: 'a', name: 'A', confidence: green }], definition(minimum))[0]!.rank;
    expect([rankUnder('0.6'), rankUnder('0.6000000001')]).toEqual([1, null]);
  });

  it('treats a rating the model does not know as missing, never as zero', () =>
    expect(
      rank([{ id: 'a', name: 'A', confidence: { scale: 'ipa-3', rating: 'reset' } }], deliveryHealthModel)[0]!
        .reason,
    ).toBe(
      'Not ranked: values for 0 % of the weight, the model asks for 50 %. Missing: Delivery confidence (the model has no level for "reset" on the scale ipa-3), Budget variance (no budget was reported), Whole-life cost (no whole-life cost was reported).',
    ));

  it('lists the unranked by name in code units, then by id', () =>
    expect(
      rank(
        [
          { id: '2', name: 'b' },
          { id: '1', name: 'b' },
          { id: '3', name: 'Z' },
          { id: '4', name: 'Ä' },
        ],
        deliveryHealthModel,
      ).map(({ id }) => id),
    ).toEqual(['3', '1', '2', '4']));

  it('is empty for no components', () => expect(rank([], deliveryHealthModel)).toEqual([]));
});

describe('ties', () => {
  const two = aDefinition([
    aRisingCriterion({ id: 'light', weight: '0.4', measure: 'schedule-slip' }),
    aRisingCriterion({ id: 'heavy', weight: '0.6' }),
  ]);
  const slipped = (days: number) => ({ firstReportedFinish: '2024-01-01', finish: `2024-01-0${1 + days}` });
  const full = (id: string, name: string, wholeLifeCost: string, days: number) => ({
    id,
    name,
    wholeLifeCost,
    ...slipped(days),
  });
  const pathsOf = (components: Parameters<typeof rank>[0]) =>
    rank(components, two).map(({ id, tieBreak }) => [
      id,
      ...tieBreak.map((key) => ('criterion' in key ? key.criterion : key.key)),
    ]);

  it('of scores are broken by coverage: more of it first', () =>
    expect(pathsOf([{ id: 'a', name: 'A', wholeLifeCost: '2' }, full('b', 'B', '2', 2)])).toEqual([
      ['b', 'score', 'coverage'],
      ['a', 'score', 'coverage'],
    ]));

  it('of score and coverage are broken by the heaviest criterion first', () =>
    expect(pathsOf([full('a', 'A', '2', 3), full('b', 'B', '4', 0)])).toEqual([
      ['b', 'score', 'coverage', 'heavy'],
      ['a', 'score', 'coverage', 'heavy'],
    ]));

  it('of all values are broken by name, and of one name by id', () =>
    expect(
      pathsOf([
        full('3', 'Same', '1', 1),
        full('2', 'Same', '1', 1),
        full('1', 'Twin', '1', 1),
        full('9', 'Low', '0', 0),
      ]),
    ).toEqual([
      ['2', 'score', 'coverage', 'heavy', 'light', 'name', 'id'],
      ['3', 'score', 'coverage', 'heavy', 'light', 'name', 'id'],
      ['1', 'score', 'coverage', 'heavy', 'light', 'name'],
      ['9', 'score'],
    ]));

  it('show the values that decide', () =>
    expect(rank([full('a', 'A', '2', 3), full('b', 'B', '4', 0)], two)[0]!.tieBreak).toEqual([
      { key: 'score', value: '2.4' },
      { key: 'coverage', value: '1' },
      { key: 'credit', criterion: 'heavy', value: '4' },
    ]));
});
