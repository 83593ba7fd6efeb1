import { describeCodec } from '@docket/kernel/testing';
import { assessmentCodec } from './assessment.codec';

const assessmentId = '3a0f6c1e-7b52-8d94-9e61-c5d20b8f4a17';

describeCodec('assessment', assessmentCodec, [
  {
    type: 'CriterionRated',
    data: {
      assessmentId,
      portfolioId: '5d0c1d52-9c0e-8b1a-9d5b-0c1f7b6e2a11',
      projectId: '7c20b8d1-94ae-8f63-b210-3d8a6e5f4c97',
      modelId: '0b7ad3a4-61f3-8f5e-8a53-3d0f4c2b9e77',
      assessor: 'noor-haddad',
      criterion: 'strategic-fit',
      points: '4',
      reason: 'The only proposal that serves the second objective, with a measure others confirm.',
    },
  },
  { type: 'RatingTakenBack', data: { assessmentId, criterion: 'strategic-fit' } },
  {
    type: 'AssessmentCommented',
    data: { assessmentId, comment: 'Rated on the case of February; the ground survey is still to come.' },
  },
  { type: 'AssessmentWithdrawn', data: { assessmentId, reason: 'I have joined the supplier since.' } },
]);

describe('what an assessor wrote', () => {
  it('is words, the points and ids are facts', () => {
    const words = (type: 'CriterionRated' | 'AssessmentCommented' | 'AssessmentWithdrawn') =>
      assessmentCodec.wordsOf({ type, data: {} } as Parameters<typeof assessmentCodec.wordsOf>[0]);
    expect([words('CriterionRated'), words('AssessmentCommented'), words('AssessmentWithdrawn')]).toEqual([
      ['reason'],
      ['comment'],
      ['reason'],
    ]);
  });
});
