import { Decimal, firstRefusal } from '@docket/kernel';
import fc from 'fast-check';
import { rank } from '../ranking/rank';
import { definitionPolicies } from './definition.policy';
import { deliveryHealthModel } from './delivery-health';
import { groundedPolicies } from './grounded.policy';
import { withUnits } from './with-units';
import { aCriterion, aDefinition, aRatedCriterion } from './models.fixture';
import type { Criterion, Measure, ModelDefinition } from './scoring-model.events';

const grounds = {
  currency: 'GBP',
  confidenceScales: {
    'ipa-5': ['green', 'amber-green', 'amber', 'amber-red', 'red'],
    'ipa-3': ['green', 'amber', 'red'],
  },
};
const refused = (definition: ModelDefinition) =>
  (firstRefusal(definitionPolicies, definition) ?? firstRefusal(groundedPolicies, { definition, grounds }))
    ?.refusal;

type Direction = Criterion['direction'];

const onBands = (measure: Measure, direction: Direction, points: readonly string[], unit = 'GBP') =>
  aDefinition([
    aCriterion({
      ...{ name: 'It', measure, direction },
      scale: {
        ...{ kind: 'bands', maximum: '5', unit },
        bands: points.map((each, at) => ({
          ...{ from: at === 0 ? null : `${at}`, below: at === points.length - 1 ? null : `${at + 1}` },
          ...{ points: each, meaning: `step ${at}` },
        })),
      },
    }),
  ]);

type Level = readonly [scale: string, rating: string, points: string];

const onLevels = (direction: Direction, ...levels: readonly Level[]) =>
  aDefinition([
    aCriterion({
      ...{ name: 'Confidence', measure: 'delivery-confidence', direction },
      scale: {
        ...{ kind: 'levels', maximum: '5' },
        levels: levels.map(([scale, rating, points]) => ({ scale, rating, points, meaning: rating })),
      },
    }),
  ]);
const three = (green: string, amber: string, red: string): readonly Level[] => [
  ['ipa-3', 'red', red],
  ['ipa-3', 'green', green],
  ['ipa-3', 'amber', amber],
];

describe('the direction of a criterion', () => {
  it.each([
    ['whole-life-cost', 'GBP'],
    ['budget-variance', 'ratio'],
    ['schedule-slip', 'days'],
  ] as const)(
    'of less %s is better: points rise and are turned over, or fall and count as they are',
    (measure, unit) => {
      const code = (direction: Direction, ...points: string[]) =>
        refused(onBands(measure, direction, points, unit))?.code;
      expect([code('cost', '1', '3', '5'), code('benefit', '5', '3', '1'), code('cost', '2', '2')]).toEqual(
        Array(3).fill(undefined),
      );
      expect([code('cost', '5', '1'), code('benefit', '1', '5'), code('cost', '1', '3', '2')]).toEqual(
        Array(3).fill('scale-rewards-the-worse'),
      );
    },
  );

  it.each([
    ['cost-performance', 'ratio'],
    ['schedule-performance', 'times'],
    ['benefit-cost-ratio', 'ratio'],
    ['strategic-alignment', 'points of 100'],
  ] as const)(
    'of more %s is better: points rise and count as they are, or fall and are turned over',
    (measure, unit) => {
      const code = (direction: Direction, ...points: string[]) =>
        refused(onBands(measure, direction, points, unit))?.code;
      expect([code('benefit', '1', '3', '5'), code('cost', '5', '3', '1')]).toEqual([undefined, undefined]);
      expect([code('benefit', '1', '5', '4'), code('cost', '1', '3')]).toEqual(
        Array(2).fill('scale-rewards-the-worse'),
      );
    },
  );

  it('is told with what each step counts, and what would help', () =>
    expect(refused(onBands('whole-life-cost', 'cost', ['5', '1']))?.message).toBe(
      'On "It" less is better (whole-life-cost), but "step 0" with 5 points counts 0, and "step 1" with 1 points counts 4. In the direction cost points say how much there is, and less is better turns them over: maximum less points is counted. Give the worse more points, or let the direction be benefit.',
    ));

  it('of ratings follows their order, best first', () => {
    expect(refused(onLevels('benefit', ...three('5', '3', '1')))).toBeUndefined();
    expect(refused(onLevels('cost', ...three('0', '2', '5')))).toBeUndefined();
    expect(refused(onLevels('cost', ...three('5', '3', '1')))?.code).toBe('scale-rewards-the-worse');
    expect(refused(onLevels('benefit', ...three('3', '5', '1')))?.message).toMatch(
      /^On "Confidence" the ratings of ipa-3 are, best first, green, amber, red, but "green" with 3 points counts 3, and "amber" with 5/,
    );
  });

  it('of what assessors rate is for its anchors to say', () => {
    for (const direction of ['benefit', 'cost'] as const)
      expect(refused(aDefinition([aRatedCriterion({ direction })]))).toBeUndefined();
  });

  it('never lets the cheaper of two stand below the dearer, in any model that holds', () =>
    fc.assert(
      fc.property(
        fc.constantFrom<Direction>('benefit', 'cost'),
        fc.array(fc.integer({ min: 0, max: 5 }).map(String), { minLength: 1, maxLength: 4 }),
        fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })),
        (direction, points, costs) => {
          const definition = onBands('whole-life-cost', direction, points);
          if (refused(definition)) return true;
          const [cheap, dear] = costs
            .toSorted((a, b) => a - b)
            .map((cost) => {
              const [row] = rank([{ id: 'a', name: 'A', wholeLifeCost: `${cost}` }], definition);
              return Decimal.of(row?.score ?? '0');
            });
          return cheap !== undefined && dear !== undefined && cheap.compare(dear) >= 0;
        },
      ),
    ));
});

describe('a scale of levels', () => {
  it('has one for every rating of each version it names, and may name one only', () => {
    expect(refused(onLevels('benefit', ...three('5', '3', '1')))).toBeUndefined();
    expect(refused(deliveryHealthModel)).toBeUndefined();
  });

  it('is refused with a rating left out, which it names', () =>
    expect(refused(onLevels('benefit', ['ipa-3', 'amber', '3']))).toEqual({
      code: 'levels-missing',
      message:
        '"Confidence" has no level for green, red on the scale ipa-3: whoever is rated so would stand without a value. Say what each means and is worth, or leave the whole scale out.',
    }));

  it('is refused where a second version is named in part', () =>
    expect(refused(onLevels('benefit', ...three('5', '3', '1'), ['ipa-5', 'green', '5']))?.message).toContain(
      'no level for amber-green, amber, amber-red, red on the scale ipa-5',
    ));

  it.each([
    [
      ['ipa-3', 'amber-green', '4'],
      'which is no rating of the scale ipa-3. Its ratings are green, amber, red.',
    ],
    [['dca', 'green', '5'], 'on the scale "dca", on which nobody is rated. There are ipa-5 and ipa-3.'],
    [['constructor', 'green', '5'], 'on the scale "constructor", on which nobody is rated.'],
  ] as const)('is refused with a level that nobody can be rated: %j', (level, said) => {
    const found = refused(onLevels('benefit', ...three('5', '3', '1'), level));
    expect(found).toEqual({ code: 'level-off-scale', message: expect.stringContaining(said) });
  });
});

describe('the unit of bands', () => {
  it('is refused where the measure has another, naming that', () => {
    expect(refused(onBands('whole-life-cost', 'cost', ['1', '2'], 'bananas'))).toEqual({
      code: 'unit-does-not-fit-measure',
      message:
        'The bands of "It" are said to be in "bananas", but whole-life-cost is measured in "GBP": write their bounds in that, or leave the unit out.',
    });
    expect(refused(onBands('cost-performance', 'benefit', ['1', '2'], 'GBP'))?.message).toContain(
      'measured in "ratio" or "times"',
    );
  });

  it.each([
    ['whole-life-cost', 'CHF'],
    ['budget-variance', 'ratio'],
    ['schedule-slip', 'days'],
    ['benefit-cost-ratio', 'ratio'],
    ['strategic-alignment', 'points of 100'],
  ] as const)('of %s is %s where it is left out', (measure, unit) => {
    const { criteria, minimumCoverage } = onBands(measure, 'cost', ['1', '2']);
    const left = criteria.map((criterion) => ({
      ...criterion,
      scale: { ...criterion.scale, unit: undefined },
    })) as readonly Criterion[];
    const meant = withUnits({ criteria: left, minimumCoverage }, { ...grounds, currency: 'CHF' });
    expect(meant.criteria[0]?.scale).toMatchObject({ kind: 'bands', unit });
  });

  it('stays as it is given, and is none where there are no bands', () => {
    const given = onBands('benefit-cost-ratio', 'benefit', ['1', '2'], 'times');
    expect(withUnits(given, grounds)).toEqual(given);
    const rated = aDefinition([aRatedCriterion()]);
    expect(withUnits(rated, grounds)).toEqual(rated);
  });
});
