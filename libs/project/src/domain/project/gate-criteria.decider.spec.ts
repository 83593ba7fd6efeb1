import { specFor } from '@docket/kernel/testing';
import {
  decider,
  type CriterionFinding,
  type GateEvidenceGiven,
  type ProjectCommand,
  type ProjectEvent,
} from '.';
import { judged, passed, reached } from '../../testing/gate.scenes';
import {
  businessCase,
  carried,
  claimed,
  projectId,
  proposed,
  settledPortfolio as portfolio,
} from '../../testing/project.scenes';

const { given } = specFor(decider);

const show = (criterionId: string, gateId = 'case', what = 'The letter.'): ProjectCommand => ({
  type: 'GiveGateEvidence',
  data: { projectId, portfolio, gateId, criterionId, what, reference: 'Record 118' },
});
const shown = (criterionId: string, personId: string): GateEvidenceGiven => ({
  type: 'GateEvidenceGiven',
  data: { projectId, gateId: 'case', criterionId, what: 'The letter.', reference: 'Record 118', personId },
});
const judge = (criterionId: string, finding: CriterionFinding, reason = 'Read it.'): ProjectCommand => ({
  type: 'JudgeGateCriterion',
  data: { projectId, portfolio, gateId: 'case', criterionId, finding, reason },
});
const linus = { actor: 'linus', reach: 'own' } as const;
const dina = { actor: 'dina' };

describe('showing that a criterion is met', () => {
  const atCase = [proposed, reached('case')] as const;

  it('is done by who has a part in it, and once is enough', () => {
    given(...atCase)
      .when(show('funding'), linus)
      .then(shown('funding', 'linus'));
    given(...atCase, shown('funding', 'linus'))
      .when(show('funding'), linus)
      .thenNothing();
    given(...atCase, shown('funding', 'linus'))
      .when(show('funding'), { actor: 'otto' })
      .then(shown('funding', 'otto'));
  });

  it.each([
    ['a criterion of another gate', show('tested'), 'criterion-unknown'],
    ['a gate it does not stand at', show('tested', 'delivery'), 'not-at-this-gate'],
    ['nothing said', show('funding', 'case', ' '), 'evidence-missing'],
  ] as const)('is refused of %s', (_, command, code) =>
    given(...atCase)
      .when(command, linus)
      .thenRefused(code),
  );

  it('is refused where it stands at none', () =>
    given(proposed).when(show('funding'), linus).thenRefused('not-at-this-gate'));

  it('goes on while a motion is open, and ends with the work', () => {
    given(...atCase, claimed('m1'))
      .when(show('funding'), linus)
      .then(shown('funding', 'linus'));
    given(...atCase, claimed('m1'), carried('m1', 'kill'))
      .when(show('funding'), linus)
      .thenRefused('project-ended');
  });
});

describe('judging a criterion', () => {
  const atCase = [proposed, reached('case')] as const;

  it('is done with a reason, and can be done anew', () => {
    given(...atCase)
      .when(judge('sponsored', 'met'), dina)
      .then(judged('sponsored', 'met'));
    given(...atCase, judged('sponsored', 'met'))
      .when(judge('sponsored', 'not-met'), dina)
      .then(judged('sponsored', 'not-met'));
    given(...atCase, judged('sponsored', 'met'))
      .when(judge('sponsored', 'met'), dina)
      .thenNothing();
    given(...atCase)
      .when(judge('sponsored', 'met', ' '), dina)
      .thenRefused('reason-blank');
  });

  it.each([businessCase.sponsor, businessCase.manager, 'ada'])('is nothing for who has a part: %s', (actor) =>
    given(...atCase)
      .when(judge('sponsored', 'met'), { actor })
      .thenRefused('own-component'),
  );

  it.each<[string, ProjectEvent]>([
    [
      'has an interest in it',
      {
        type: 'InterestDeclared',
        data: {
          projectId,
          personId: 'dina',
          nature: 'family',
          description: 'A.',
          declaredAt: '2026-03-02T09:00:00.000Z',
        },
      },
    ],
    [
      'declined a part in it',
      { type: 'PartDeclined', data: { projectId, part: 'sponsor', personId: 'dina', reason: 'No.' } },
    ],
  ])('is nothing for who %s', (_, event) =>
    given(...atCase, event)
      .when(judge('sponsored', 'met'), dina)
      .thenRefused('own-component'),
  );

  it('is nothing for who gave evidence of it; of another criterion they may', () => {
    given(...atCase, shown('funding', 'otto'))
      .when(judge('funding', 'met'), { actor: 'otto' })
      .thenRefused('own-evidence');
    given(...atCase, shown('funding', 'otto'))
      .when(judge('sponsored', 'met'), { actor: 'otto' })
      .then(judged('sponsored', 'met', 'otto'));
  });

  it('finds it met by evidence where that is asked for, and not met or not applicable without', () => {
    given(...atCase)
      .when(judge('funding', 'met'), dina)
      .thenRefused('evidence-not-given');
    given(...atCase, shown('funding', 'linus'))
      .when(judge('funding', 'met'), dina)
      .then(judged('funding', 'met'));
    for (const finding of ['not-met', 'not-applicable'] as const)
      given(...atCase)
        .when(judge('funding', finding), dina)
        .then(judged('funding', finding));
  });

  it('counts evidence of another criterion for nothing', () =>
    given(...atCase, shown('sponsored', 'linus'))
      .when(judge('funding', 'met'), dina)
      .thenRefused('evidence-not-given'));

  it('begins anew when it comes to the gate again', () =>
    given(...atCase, shown('funding', 'linus'), reached('idea'), passed('idea'), reached('case'))
      .when(judge('funding', 'met'), dina)
      .thenRefused('evidence-not-given'));
});
