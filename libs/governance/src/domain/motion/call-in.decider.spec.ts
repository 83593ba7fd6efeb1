import { specFor } from '@docket/kernel/testing';
import type { CallInDecision, MotionEvent, MatterFacts, WindowOf } from '.';
import { decider } from './motion.decider';
import type { CallInWindow } from './motion.events';
import { body, closedWith, ballotOn, project, tabled } from './motion.scenes';

const { given } = specFor(decider);

const [SHORT, LONG] = ['2026-03-04T09:00:00.000Z', '2026-03-06T09:00:00.000Z'];
/** Delegated by the panel, which has it from the board. */
const windows: readonly CallInWindow[] = [
  { grantId: 'part', bodyId: 'panel', until: SHORT },
  { grantId: 'top', bodyId: 'board', until: LONG },
];
const decided = (callIn: readonly CallInWindow[] = windows): MotionEvent => ({
  type: 'DecisionRecorded',
  data: {
    ...{ motionId: 'motion', bodyId: 'lead', projectId: 'project', outcome: 'go', rationale: 'It pays.' },
    ...{ decidedAt: '2026-03-02T09:00:00.000Z', grants: ['part', 'top'], callIn, supersedes: null },
    conditions: [],
  },
});
const history = (callIn?: readonly CallInWindow[]) => [tabled, ballotOn(), closedWith(), decided(callIn)];

const panel = {
  ...body,
  bodyId: 'panel',
  seats: body.seats.map((seat) => ({ ...seat, personId: `p-${seat.personId}` })),
};
const facts = (project_: MatterFacts = project): Omit<CallInDecision['data'], 'reason'> => ({
  project: project_,
  windows: windows.map((window): WindowOf => ({ window, body: window.bodyId === 'panel' ? panel : body })),
});
const callIn = (reason = 'Too fast.', given_ = facts()): CallInDecision => ({
  type: 'CallInDecision',
  data: { ...given_, reason },
});
const ratify = (reason = 'We agree.') => ({ type: 'RatifyDecision', data: { ...facts(), reason } }) as const;
const by = (actor: string, at = '2026-03-03T09:00:00.000Z') => ({ actor, at, reach: 'own' }) as const;
const about = { motionId: 'motion', projectId: 'project' };
const calledIn: MotionEvent = {
  type: 'DecisionCalledIn',
  data: { ...about, bodyId: 'board', grantId: 'top', reason: 'Too fast.' },
};
const ratified = (by_: 'panel' | 'board'): MotionEvent => ({
  type: 'DecisionRatified',
  data: {
    ...about,
    ...(by_ === 'panel'
      ? { bodyId: 'panel', grantId: 'part', openUntil: LONG }
      : { bodyId: 'board', grantId: 'top', openUntil: null }),
    reason: 'We agree.',
  },
});
const superseded: MotionEvent = {
  type: 'DecisionSuperseded',
  data: { ...about, by: 'other', outcome: 'kill' },
};
const close = { type: 'CloseCallIn', data: {} } as const;

describe('a decision that two bodies above may call in, each in its own time', () => {
  it('is called in by the one that conducts the actor’s body, under its grant', () => {
    given(...history())
      .when(callIn(), by('cleo'))
      .then(calledIn);
    given(...history())
      .when(callIn(), by('p-sami'))
      .then({
        type: 'DecisionCalledIn',
        data: { ...about, bodyId: 'panel', grantId: 'part', reason: 'Too fast.' },
      });
  });

  it('is over for the lower one while it is not for the upper one', () => {
    given(...history())
      .when(callIn(), by('p-cleo', SHORT))
      .thenRefused('call-in-over');
    given(...history())
      .when(callIn(), by('cleo', SHORT))
      .then(calledIn);
    given(...history())
      .when(callIn(), by('cleo', LONG))
      .thenRefused('call-in-over');
  });

  it('of somebody who conducts both is called in for the one whose time has not ended', () => {
    const upperIsOver: readonly CallInWindow[] = [
      { grantId: 'part', bodyId: 'panel', until: LONG },
      { grantId: 'top', bodyId: 'board', until: SHORT },
    ];
    const both = upperIsOver.map((window): WindowOf => ({ window, body }));
    given(...history(upperIsOver))
      .when(callIn('Too fast.', { project, windows: both }), by('cleo', SHORT))
      .then({
        type: 'DecisionCalledIn',
        data: { ...about, bodyId: 'panel', grantId: 'part', reason: 'Too fast.' },
      });
  });

  it('ratified by the lower one is still for the upper one to call in', () => {
    given(...history())
      .when(ratify(), by('p-cleo'))
      .then(ratified('panel'));
    given(...history(), ratified('panel'))
      .when(callIn(), by('cleo'))
      .then(calledIn);
    given(...history(), ratified('panel'))
      .when(callIn(), by('p-cleo'))
      .thenRefused('decision-ratified');
  });

  it('ratified by the upper one can be called in by nobody', () => {
    given(...history())
      .when(ratify(), by('cleo'))
      .then(ratified('board'));
    for (const actor of ['cleo', 'p-cleo'])
      given(...history(), ratified('board'))
        .when(callIn(), by(actor))
        .thenRefused('decision-ratified');
  });

  it('is not called in twice, nor once it is superseded, nor where nothing is decided', () => {
    given(...history(), calledIn)
      .when(callIn(), by('p-cleo'))
      .thenRefused('decision-called-in');
    given(...history(), superseded)
      .when(callIn(), by('cleo'))
      .thenRefused('decision-superseded');
    given(tabled).when(callIn(), by('cleo')).thenRefused('decision-missing');
    given().when(callIn(), by('cleo')).thenRefused('motion-unknown');
  });

  it('is not called in by those who have a seat and no office, nor by the lead, nor by the PMO', () => {
    for (const actor of ['mona', 'lea', 'otto'])
      given(...history())
        .when(callIn(), by(actor))
        .thenRefused('not-yours-to-call-in');
    given(...history())
      .when(callIn(), { ...by('otto'), reach: 'anything' })
      .thenRefused('not-yours-to-call-in');
  });

  it('is not called in by a secretary with a part in the project', () => {
    const own = facts({ ...project, parts: new Map([['sami', 'interest']]) });
    given(...history())
      .when(callIn('Too fast.', own), by('sami'))
      .thenRefused('recused');
  });

  it('is not called in where its project has ended', () => {
    const ended = facts({ ...project, status: 'killed', decidable: [] });
    given(...history())
      .when(callIn('Too fast.', ended), by('cleo'))
      .thenRefused('project-not-decidable');
  });

  it('needs a reason', () => {
    given(...history())
      .when(callIn(' '), by('cleo'))
      .thenRefused('reason-missing');
    given(...history())
      .when(ratify(' '), by('cleo'))
      .thenRefused('reason-missing');
  });

  it('is not to be called in where no grant says for how long', () => {
    given(...history([]))
      .when(callIn(), by('cleo'))
      .thenRefused('not-callable-in');
  });

  it('is closed when the last time has ended, as of that instant, and once', () => {
    given(...history())
      .when(close, { at: SHORT })
      .thenRefused('call-in-running');
    const closed: MotionEvent = { type: 'CallInWindowClosed', data: { ...about, endedAt: LONG } };
    given(...history())
      .when(close, { at: '2027-01-01T00:00:00.000Z' })
      .then(closed);
    for (const before of [closed, calledIn, ratified('board'), superseded])
      given(...history(), before)
        .when(close, { at: LONG })
        .thenNothing();
  });

  it('gives way to another once', () => {
    const supersede = (by_: string) =>
      ({ type: 'SupersedeDecision', data: { by: by_, outcome: 'kill' } }) as const;
    given(...history(), calledIn)
      .when(supersede('other'))
      .then(superseded);
    given(...history(), superseded)
      .when(supersede('other'))
      .thenNothing();
    given(...history(), superseded)
      .when(supersede('third'))
      .thenRefused('decision-superseded');
  });
});
