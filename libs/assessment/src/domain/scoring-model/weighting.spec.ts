import { aCriterion } from './models.fixture';
import type { ScaledModel } from './scoring-model.commands';
import { weightedModel } from './weighting';

const named = (name: string) => {
  const { weight: _, ...criterion } = aCriterion({ id: name.toLowerCase(), name });
  return criterion;
};
const criteria = [named('Value'), named('Risk'), named('Cost')];
const compared = (matrix: readonly (readonly string[])[], given: Partial<ScaledModel> = {}) =>
  weightedModel({ criteria, minimumCoverage: '0.5', weighting: { kind: 'pairwise', matrix }, ...given });
const worked = [
  ['1', '3', '5'],
  ['1/3', '1', '3'],
  ['0.2', '1/3', '1'],
];
const refusal = (answer: ReturnType<typeof compared>) =>
  answer.outcome === 'refused' ? answer.refusal : undefined;

describe('a model whose criteria are compared', () => {
  it('has the weights that follow, and keeps the judgements as they were written', () =>
    expect(compared(worked)).toEqual({
      outcome: 'weighted',
      definition: {
        minimumCoverage: '0.5',
        criteria: criteria.map((criterion, index) => ({
          ...criterion,
          weight: ['0.636985571745', '0.258284994374', '0.104729433881'][index],
        })),
      },
      comparison: {
        matrix: worked,
        lambdaMax: '3.038511090558',
        consistencyIndex: '0.019255545279',
        consistencyRatio: '0.033199215998',
      },
    }));

  it('may say the weights, too, where they are the same', () => {
    const weights = ['0.636985571745', '0.258284994374', '0.104729433881'];
    const both = (given: readonly string[]) =>
      compared(worked, { criteria: criteria.map((one, index) => ({ ...one, weight: given[index] })) });
    expect(both(weights).outcome).toBe('weighted');
    expect(refusal(both(['0.6', '0.3', '0.1']))).toEqual({
      code: 'weights-contradict-comparison',
      message:
        '"Value" is given the weight 0.6, and the comparison gives it 0.636985571745: leave out the one or the other.',
    });
  });

  it('names the pair that is not reciprocal: 0.33 is no third', () =>
    expect(refusal(compared([worked[0]!, ['0.33', '1', '3'], worked[2]!]))).toEqual({
      code: 'matrix-not-reciprocal',
      message:
        '"Value" against "Risk" is 3, and the other way round it is 0.33: one has to be exactly one over the other, like 3 and 1/3.',
    }));

  it('names the judgement that contradicts the others most, and what would fit', () =>
    expect(
      refusal(
        compared([
          ['1', '3', '1/5'],
          ['1/3', '1', '3'],
          ['5', '1/3', '1'],
        ]),
      ),
    ).toEqual({
      code: 'judgements-inconsistent',
      message: expect.stringMatching(
        /^The judgements contradict each other: their consistency ratio is 1\.5845, above 0\.1\. Furthest from the others is "Value" against "Risk", 3: 1\/\d[.\d]* would fit them, and \d[.\d]* the other way round\.$/,
      ),
    }));

  const withEntry = (row: number, column: number, text: string) =>
    worked.map((texts, r) => texts.map((one, c) => (r === row && c === column ? text : one)));
  const many = Array.from({ length: 11 }, (_, index) => named(`C${index}`));

  it.each([
    ['too few rows', compared(worked.slice(1)), 'matrix-not-square'],
    ['a short row', compared([worked[0]!, ['1/3', '1'], worked[2]!]), 'matrix-not-square'],
    ['a word for a judgement', compared(withEntry(0, 1, 'more')), 'judgement-malformed'],
    ['a negative judgement', compared(withEntry(0, 1, '-3')), 'judgement-malformed'],
    ['a judgement of nothing', compared(withEntry(0, 1, '0')), 'judgement-out-of-range'],
    ['a judgement above 9', compared(withEntry(0, 1, '9.01')), 'judgement-out-of-range'],
    ['a judgement below 1/9', compared(withEntry(1, 0, '1/10')), 'judgement-out-of-range'],
    ['a criterion more important than itself', compared(withEntry(1, 1, '2')), 'matrix-diagonal-not-one'],
    ['a judgement its reciprocal does not match', compared(withEntry(2, 0, '1/4')), 'matrix-not-reciprocal'],
    [
      'eleven criteria',
      compared(
        many.map(() => many.map(() => '1')),
        { criteria: many },
      ),
      'too-many-compared',
    ],
    ['neither weights nor judgements', weightedModel({ criteria, minimumCoverage: '0.5' }), 'weight-missing'],
  ])('is refused with %s', (_, answer, code) => expect(refusal(answer)?.code).toBe(code));
});
