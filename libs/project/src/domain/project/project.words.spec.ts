import { codec, type ProjectEvent } from '.';
import { portfolioId, projectId, writtenCase as businessCase } from '../../testing/project.scenes';

const motionId = 'm1';

describe('what people wrote stands among the words', () => {
  const revised = { projectId, ...businessCase };
  const proposed = { ...revised, portfolioId, proposer: 'ada', proposedOn: '2026-03-02' };

  it.each<ProjectEvent>([
    { type: 'ProjectProposed', data: proposed },
    { type: 'ProposalRevised', data: revised },
    { type: 'BusinessCaseRevised', data: revised },
  ])('of a business case, its summary, scope, options and the texts of its risks: $type', (event) =>
    expect(codec.wordsOf(event)).toEqual(['summary', 'scope', 'options', 'riskTexts']),
  );

  const atGate = { projectId, gateId: 'business-case', criterionId: 'funding', personId: 'linus' };
  const closure = {
    ...{ projectId, finalCost: { amount: '1', currency: 'GBP' }, finish: '2027-02-28' },
    ...{ lessons: 'Ask first.', noOwnerReason: 'Nothing came of it.' },
  };

  it.each<[readonly string[], ProjectEvent]>([
    [
      ['what', 'reference'],
      { type: 'GateEvidenceGiven', data: { ...atGate, what: 'A letter.', reference: '118' } },
    ],
    [['reason'], { type: 'GateCriterionJudged', data: { ...atGate, finding: 'met', reason: 'Read.' } }],
    [
      ['lessons', 'noOwnerReason'],
      { type: 'ProjectClosed', data: { ...closure, outcome: 'killed', motionId } },
    ],
    [
      ['lessons', 'noOwnerReason', 'reason'],
      { type: 'ClosureCorrected', data: { ...closure, corrects: 4, reason: 'An invoice.' } },
    ],
  ])('of a gate and of a closure: %j', (words, event) => expect(codec.wordsOf(event)).toEqual(words));
});
