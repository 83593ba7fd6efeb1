import { specFor } from '@docket/kernel/testing';
import {
  decider,
  type CriterionFinding,
  type GateCriterionJudged,
  type GateEvidenceGiven,
  type GatePassed,
  type Outcome,
  type ProjectCommand,
  type ProjectEvent,
} from '.';
import { gates, published, reached } from '../../testing/gate.scenes';
import {
  bodyId,
  businessCase,
  carried,
  claimed,
  projectId,
  proposed,
  settledPortfolio as portfolio,
} from '../../testing/project.scenes';

const { given } = specFor(decider);

const reach = (gateId: string, set = published): ProjectCommand => ({
  type: 'ReachGate',
  data: { projectId, portfolio, gateId, reason: 'It is ready.', gates: set },
});
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
const judged = (criterionId: string, finding: CriterionFinding, personId = 'dina'): GateCriterionJudged => ({
  type: 'GateCriterionJudged',
  data: { projectId, gateId: 'case', criterionId, finding, reason: 'Read it.', personId },
});
const carry = (outcome: Outcome): ProjectCommand => ({
  type: 'CarryDecision',
  data: { projectId, portfolio, motionId: 'm1', bodyId, outcome },
});
const passed = (
  gateId: (typeof gates)[number]['id'],
  outcome: GatePassed['data']['outcome'] = 'go',
  unmet: readonly string[] = [],
): GatePassed => {
  const { name } = reached(gateId).data;
  return {
    type: 'GatePassed',
    data: { projectId, gateId, name, version: 1, motionId: 'm1', bodyId, outcome, unmet },
  };
};
const linus = { actor: 'linus', reach: 'own' } as const;
const dina = { actor: 'dina' };

describe('coming to a gate', () => {
  it('is the first one first, brought by who manages it', () =>
    given(proposed).when(reach('idea'), linus).then(reached('idea')));

  it('is no act of who has no part in it, unless of the PMO', () =>
    given(proposed).when(reach('idea'), { actor: 'joan', reach: 'own' }).thenRefused('not-yours'));

  it('needs a gate that is defined', () => {
    given(proposed).when(reach('moon')).thenRefused('gate-unknown');
    given(proposed)
      .when(reach('idea', { version: 0, gates: [] }))
      .thenRefused('gate-unknown');
  });

  it('is in turn: none is left out that was not passed', () => {
    given(proposed).when(reach('case'), linus).thenRefused('gate-out-of-order');
    given(proposed, reached('idea')).when(reach('case')).thenRefused('gate-out-of-order');
    given(proposed, reached('idea'), passed('idea')).when(reach('case'), linus).then(reached('case'));
    given(proposed, reached('idea'), passed('idea')).when(reach('delivery')).thenRefused('gate-out-of-order');
  });

  it('is at a later one for work that never stood at any, and for the PMO only', () =>
    given(proposed).when(reach('delivery')).then(reached('delivery')));

  it('takes back what was passed from there on', () =>
    given(proposed, reached('idea'), passed('idea'), reached('case'), passed('case'))
      .when(reach('idea'), linus)
      .then(reached('idea', ['idea', 'case'])));

  it('after which the next in turn is the one after it again', () =>
    given(proposed, reached('case'), passed('case'), reached('idea', ['case']), passed('idea'))
      .when(reach('delivery'))
      .thenRefused('gate-out-of-order'));

  it('of the same version changes nothing where it stands there, and of a later one begins anew', () => {
    given(proposed, reached('idea')).when(reach('idea')).thenNothing();
    const anew = reached('idea');
    given(proposed, reached('idea'))
      .when(reach('idea', { ...published, version: 2 }))
      .then({ ...anew, data: { ...anew.data, version: 2 } });
  });

  it('says why', () => {
    const blank = reach('idea');
    given(proposed)
      .when({ ...blank, data: { ...blank.data, reason: ' ' } } as ProjectCommand)
      .thenRefused('reason-blank');
  });

  it('waits while a motion is open: what is decided on stays the same', () =>
    given(proposed, claimed('m1')).when(reach('idea')).thenRefused('motion-already-open'));

  it.each<Outcome>(['reject', 'kill', 'complete'])('is over once it was decided: %s', (outcome) =>
    given(proposed, claimed('m1'), carried('m1', outcome)).when(reach('idea')).thenRefused('project-ended'),
  );
});

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

describe('a decision on a component at a gate', () => {
  const asked = [
    proposed,
    reached('case'),
    judged('funding', 'not-applicable'),
    judged('sponsored', 'met'),
    claimed('m1'),
  ] as const;
  const { wholeLifeCost, expectedBenefits, start, finish } = businessCase;
  const baseline = { wholeLifeCost, expectedBenefits, start, finish };
  const authorised = (outcome: 'go' | 'conditional-go'): ProjectEvent => ({
    type: 'DecisionCarried',
    data: { projectId, motionId: 'm1', bodyId, outcome, baseline },
  });

  it('lets it through: a go', () =>
    given(...asked)
      .when(carry('go'))
      .then(authorised('go'), passed('case')));

  it('lets it through: a conditional go, and names what was passed over', () =>
    given(...asked, judged('sponsored', 'not-met'))
      .when(carry('conditional-go'))
      .then(authorised('conditional-go'), passed('case', 'conditional-go', ['sponsored'])));

  it.each<Outcome>(['recycle', 'defer', 'reject'])('leaves it where it is: %s', (outcome) =>
    given(...asked)
      .when(carry(outcome))
      .then(carried('m1', outcome)),
  );

  it('to hold keeps it at its gate: what was judged still stands', () =>
    given(
      proposed,
      claimed('m0'),
      carried('m0', 'go'),
      ...asked.slice(1),
      carried('m1', 'hold'),
      claimed('m2'),
    )
      .when({ type: 'CarryDecision', data: { projectId, portfolio, motionId: 'm2', bodyId, outcome: 'go' } })
      .then(
        { type: 'DecisionCarried', data: { projectId, motionId: 'm2', bodyId, outcome: 'go' } },
        { type: 'GatePassed', data: { ...passed('case').data, motionId: 'm2' } },
      ));

  it('passes no gate where it stands at none, and none twice', () => {
    given(proposed, claimed('m1')).when(carry('go')).then(authorised('go'));
    given(...asked, authorised('go'), passed('case'))
      .when(carry('go'))
      .thenNothing();
  });
});
