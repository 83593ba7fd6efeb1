import { specFor } from '@docket/kernel/testing';
import { decider, type Outcome, type ProjectCommand, type ProjectEvent } from '.';
import { judged, passed, published, reached } from '../../testing/gate.scenes';
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
const carry = (outcome: Outcome): ProjectCommand => ({
  type: 'CarryDecision',
  data: { projectId, portfolio, motionId: 'm1', bodyId, outcome },
});
const linus = { actor: 'linus', reach: 'own' } as const;

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

  it('names as not met what was judged by who has a part or an interest in it by now', () => {
    const interest: ProjectEvent = {
      type: 'InterestDeclared',
      data: {
        ...{ projectId, personId: 'dina', nature: 'family', description: 'My brother.' },
        declaredAt: '2026-03-02T09:00:00.000Z',
      },
    };
    const revised: ProjectEvent = {
      type: 'ProposalRevised',
      data: { projectId, ...businessCase, manager: 'dina' },
    };
    for (const event of [interest, revised])
      given(...asked, event)
        .when(carry('conditional-go'))
        .then(authorised('conditional-go'), passed('case', 'conditional-go', ['funding', 'sponsored']));
    const ended: ProjectEvent = {
      type: 'InterestWithdrawn',
      data: { projectId, personId: 'dina', reason: 'Sold.', withdrawnAt: '2026-03-02T09:00:00.000Z' },
    };
    given(...asked, interest, ended)
      .when(carry('conditional-go'))
      .then(authorised('conditional-go'), passed('case', 'conditional-go'));
  });

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
