import { firstRefusal } from '@docket/kernel';
import { definitionPolicies } from './definition.policy';
import { aCriterion, aDefinition, aRatedCriterion } from './models.fixture';
import type { Criterion, ModelDefinition } from './scoring-model.events';

describe('a definition', () => {
  const refusedWith = (definition: ModelDefinition) => firstRefusal(definitionPolicies, definition)?.refusal;
  const withScale = (scale: Criterion['scale'], over: Partial<Criterion> = {}) =>
    aDefinition([aCriterion({ scale, ...over })]);
  const bands = (...edges: readonly (readonly [string | null, string | null])[]) =>
    withScale({
      kind: 'bands',
      maximum: '5',
      unit: 'GBP',
      bands: edges.map(([from, below]) => ({ from, below, points: '1', meaning: 'some' })),
    });
  const levels = (...ratings: readonly string[]) =>
    withScale(
      {
        kind: 'levels',
        maximum: '5',
        levels: ratings.map((rating) => ({ scale: 'ipa-5', rating, points: '1', meaning: 'some' })),
      },
      { measure: 'delivery-confidence' },
    );
  const anchors = (...all: readonly string[]) =>
    aDefinition([
      aRatedCriterion({
        scale: { kind: 'anchors', maximum: '5', anchors: all.map((points) => ({ points, meaning: 'some' })) },
      }),
    ]);
  const weights = (...all: readonly string[]) =>
    aDefinition(all.map((weight, index) => aCriterion({ weight, id: `c${index}` })));
  const points = (value: string, maximum = '5') =>
    withScale({
      kind: 'bands',
      maximum,
      unit: 'GBP',
      bands: [{ from: null, below: null, points: value, meaning: 'all' }],
    });

  it('names the sum of weights that do not sum to 1', () =>
    expect(refusedWith(weights('0.5', '0.3', '0.1'))).toEqual({
      code: 'weights-do-not-sum',
      message: 'The weights sum to 0.9, not to 1: change them by 0.1 in all.',
    }));

  it.each([
    ['no criteria', aDefinition([]), 'criteria-missing'],
    [
      'one id twice',
      aDefinition([aCriterion({ weight: '0.5' }), aCriterion({ weight: '0.5' })]),
      'criterion-twice',
    ],
    ['a criterion without a name', aDefinition([aCriterion({ name: ' ' })]), 'criterion-name-blank'],
    ['a weight of zero', weights('1', '0'), 'weight-not-positive'],
    ['a negative weight', weights('2', '-1'), 'weight-not-positive'],
    ['a weight that is no number', weights('NaN'), 'weight-not-positive'],
    ['weights just above 1', weights('0.5', '0.5', '0.0000000000000001'), 'weights-do-not-sum'],
    ['no minimum coverage', aDefinition(undefined, '0'), 'coverage-out-of-range'],
    ['a minimum coverage above 1', aDefinition(undefined, '1.01'), 'coverage-out-of-range'],
    ['a minimum coverage that is no number', aDefinition(undefined, '1e-1'), 'coverage-out-of-range'],
    ['points above the maximum', points('5.1'), 'points-out-of-range'],
    ['points below zero', points('-1'), 'points-out-of-range'],
    ['a maximum of zero', points('0', '0'), 'points-out-of-range'],
    ['an empty scale', bands(), 'scale-empty'],
    [
      'levels for a number',
      { ...levels('green'), criteria: [{ ...levels('green').criteria[0]!, measure: 'schedule-slip' }] },
      'scale-does-not-fit-measure',
    ],
    [
      'a step without a meaning',
      withScale({
        kind: 'bands',
        maximum: '5',
        unit: 'GBP',
        bands: [{ from: null, below: null, points: '1', meaning: '' }],
      }),
      'meaning-missing',
    ],
    ['a level twice', levels('green', 'red', 'green'), 'level-twice'],
    ['a bound that is no number', bands([null, 'many'], ['many', null]), 'bound-not-a-decimal'],
    ['a gap between bands', bands([null, '3.9'], ['4', null]), 'scale-has-gap'],
    ['a first band with a bound below', bands(['0', '4'], ['4', null]), 'scale-has-gap'],
    ['a last band with a bound above', bands([null, '4'], ['4', '5']), 'scale-has-gap'],
    ['bands that overlap', bands([null, '4.1'], ['4', null]), 'scale-overlaps'],
    ['a band in the middle without a bound', bands([null, null], ['4', null]), 'scale-overlaps'],
    [
      'a rated criterion on bands',
      withScale(aCriterion().scale, { measure: 'assessment' }),
      'scale-does-not-fit-measure',
    ],
    ['no anchor at all', anchors(), 'scale-empty'],
    ['a single anchor', anchors('3'), 'anchors-too-few'],
    ['two anchors of the same points', anchors('1', '1.0'), 'anchors-out-of-order'],
    ['anchors that fall', anchors('3', '1'), 'anchors-out-of-order'],
    ['an anchor off the scale', anchors('1', '6'), 'points-out-of-range'],
    ['bands out of order', bands([null, '4'], ['4', '2'], ['2', null]), 'scale-overlaps'],
  ] as const)('is refused with %s', (_, definition, code) =>
    expect(refusedWith(definition as ModelDefinition)?.code).toBe(code),
  );

  it.each([
    ['a gap', bands([null, '3.9'], ['4', null]), 'a gap from 3.9 to 4'],
    ['no band for the lowest values', bands(['0', '4'], ['4', null]), 'nothing stands below 0'],
    ['no band for the highest values', bands([null, '4'], ['4', '5']), 'nothing stands from 5 on'],
    ['an overlap', bands([null, '4.1'], ['4', null]), 'overlap from 4 to 4.1'],
    ['two bands without an end', bands([null, null], ['4', null]), 'another follows from 4'],
    ['two bands without a beginning', bands([null, '4'], [null, null]), 'one ends below 4, the next has no'],
    ['a band of no values', bands([null, '4'], ['4', '2'], ['2', null]), 'starts from 4 and ends below 2'],
  ] as const)('names the bound where there is %s', (_, definition, said) =>
    expect(refusedWith(definition)?.message).toContain(said),
  );

  it('holds with bands that meet, and with one rating on two scales', () => {
    const twoScales = levels('green');
    const [criterion] = twoScales.criteria;
    const scale = criterion!.scale as Extract<Criterion['scale'], { kind: 'levels' }>;
    const doubled = { ...scale, levels: [...scale.levels, { ...scale.levels[0]!, scale: 'ipa-3' }] };
    expect(refusedWith(bands([null, '3.9'], ['3.9', '4.0'], ['4', null]))).toBeUndefined();
    expect(refusedWith(aDefinition([{ ...criterion!, scale: doubled }]))).toBeUndefined();
  });
});
