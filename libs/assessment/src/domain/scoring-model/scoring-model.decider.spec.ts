import fc from 'fast-check';
import { specFor } from '@docket/kernel/testing';
import { aCriterion, aDefinition, aRatedCriterion } from './models.fixture';
import { scoringModelDecider, type ScoringModelCommand } from './scoring-model.decider';
import type { Criterion, ModelDefinition, ScoringModelEvent } from './scoring-model.events';

const { given } = specFor(scoringModelDecider);

const modelId = 'e0a6c0de-0000-8000-8000-000000000001';
const portfolioId = 'a0a6c0de-0000-8000-8000-000000000002';
const other = aDefinition([
  aCriterion({ weight: '0.4' }),
  aCriterion({ id: 'value', name: 'Value', weight: '0.6' }),
]);

const drafted: ScoringModelEvent = {
  type: 'ScoringModelDrafted',
  data: { modelId, portfolioId, name: 'Health', ...aDefinition() },
};
const revised: ScoringModelEvent = { type: 'ScoringModelRevised', data: { modelId, ...other } };
const published: ScoringModelEvent = { type: 'ScoringModelPublished', data: { modelId } };

const draft = (
  over: Partial<ModelDefinition> & { name?: string; portfolioExists?: boolean } = {},
): ScoringModelCommand => ({
  type: 'DraftModel',
  data: { modelId, portfolioId, portfolioExists: true, name: 'Health', ...aDefinition(), ...over },
});
const revise = (definition: ModelDefinition): ScoringModelCommand => ({
  type: 'ReviseModel',
  data: { modelId, ...definition },
});
const publish: ScoringModelCommand = { type: 'PublishModel', data: { modelId } };

describe('drafting a scoring model', () => {
  it('drafts it in its portfolio', () => given().when(draft()).then(drafted));
  it('trims the name', () =>
    given()
      .when(draft({ name: ' Health ' }))
      .then(drafted));
  it('refuses a portfolio that does not exist', () =>
    given()
      .when(draft({ portfolioExists: false }))
      .thenRefused('portfolio-unknown'));
  it('refuses a blank name', () =>
    given()
      .when(draft({ name: '  ' }))
      .thenRefused('model-name-blank'));
  it('refuses a name that a draft of the portfolio has', () =>
    given(drafted).when(draft()).thenRefused('model-name-taken'));
  it('refuses a name that a published model of the portfolio has', () =>
    given(drafted, published).when(draft()).thenRefused('model-name-taken'));
});

describe('revising a scoring model', () => {
  it('replaces the definition of a draft', () => given(drafted).when(revise(other)).then(revised));
  it('changes nothing when the definition is the same', () =>
    given(drafted, revised).when(revise(other)).thenNothing());
  it('refuses a model nobody drafted', () => given().when(revise(other)).thenRefused('model-unknown'));
  it('refuses to change a published model', () =>
    given(drafted, published).when(revise(other)).thenRefused('model-published'));
  it('judges the new definition', () =>
    given(drafted)
      .when(revise(aDefinition([])))
      .thenRefused('criteria-missing'));
});

describe('publishing a scoring model', () => {
  it('publishes a draft', () => given(drafted).when(publish).then(published));
  it('publishes once: again changes nothing', () => given(drafted, published).when(publish).thenNothing());
  it('refuses a model nobody drafted', () => given().when(publish).thenRefused('model-unknown'));
});

describe('a definition', () => {
  const refusedWith = (definition: ModelDefinition) => {
    const verdict = scoringModelDecider.decide(
      draft(definition),
      { status: 'absent' },
      {
        actor: 'ada',
        reach: 'anything',
        at: '2026-03-02T09:00:00.000Z',
        now: '2026-03-02T09:00:00.000Z',
        origin: 'live',
      },
    );
    return verdict.outcome === 'refused' ? verdict.refusal : undefined;
  };
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

  it('holds with bands that meet, and with one rating on two scales', () => {
    const twoScales = levels('green');
    const [criterion] = twoScales.criteria;
    const scale = criterion!.scale as Extract<Criterion['scale'], { kind: 'levels' }>;
    const doubled = { ...scale, levels: [...scale.levels, { ...scale.levels[0]!, scale: 'ipa-3' }] };
    expect(refusedWith(bands([null, '3.9'], ['3.9', '4.0'], ['4', null]))).toBeUndefined();
    expect(refusedWith(aDefinition([{ ...criterion!, scale: doubled }]))).toBeUndefined();
  });
});

describe('any command on its own result', () => {
  const command = fc.constantFrom(
    draft(),
    draft({ ...other, name: 'Other' }),
    revise(other),
    revise(aDefinition()),
    publish,
  );
  const context = {
    actor: 'ada',
    reach: 'anything',
    at: '2026-03-02T09:00:00.000Z',
    now: '2026-03-02T09:00:00.000Z',
    origin: 'live',
  } as const;

  it('changes nothing or is refused', () =>
    fc.assert(
      fc.property(fc.array(command), command, (before, last) => {
        const { decide, evolve, initialState } = scoringModelDecider;
        const after = [...before, last].reduce((state, each) => {
          const verdict = decide(each, state, context);
          return verdict.outcome === 'accepted' ? verdict.events.reduce(evolve, state) : state;
        }, initialState());
        const again = decide(last, after, context);
        return again.outcome === 'refused' || again.events.length === 0;
      }),
    ));
});
