import type { Recorded } from '@docket/kernel';
import { specFor } from '@docket/kernel/testing';
import { decider, type FollowUpCommand, type FollowUpTrigger } from './decision-follow-up.decider';
import { decisionFollowUp, followUpOf } from './decision-follow-up.process';
import type { DecisionFollowUpEvent, FollowUpStep } from './decision-follow-up.events';

const { given } = specFor(decider);

const recorded = (trigger: FollowUpTrigger): Recorded<FollowUpTrigger> => {
  const place = { stream: 'docket-motion-motion', revision: 7 };
  const meta = {
    ...place,
    previous: null,
    actor: 'cleo',
    authentication: 'local-session',
    commandId: 'command',
    bodyDigest: 'digest',
    correlationId: 'correlation',
    recordedAt: '2026-03-02T09:00:00.000Z',
    origin: 'live',
    portfolio: 'portfolio',
    guards: [],
  } as const;
  return { ...trigger, ...place, id: 'event', position: '9', meta };
};
const notice = (trigger: FollowUpTrigger): FollowUpCommand => ({
  type: 'Notice',
  data: { event: recorded(trigger) },
});
const on = { motionId: 'motion', projectId: 'project' };
const decision: FollowUpTrigger = {
  type: 'DecisionRecorded',
  data: {
    ...on,
    bodyId: 'board',
    outcome: 'kill',
    rationale: 'Too late',
    grants: [],
    callIn: [],
    supersedes: null,
    decidedAt: '2026-03-02T09:00:00.000Z',
    conditions: [],
  },
};
const closed = (result: 'carried' | 'lost' | 'no-quorum'): FollowUpTrigger => ({
  type: 'BallotClosed',
  data: {
    ...on,
    endedAt: '2026-03-02T09:00:00.000Z',
    count: { inFavour: 1, against: 2, abstained: 0, entitled: 3, quorumNeeded: 1, denominator: 3 },
    result,
    struck: [],
  },
});
const toCarry: DecisionFollowUpEvent = {
  type: 'DecisionFollowUpOpened',
  data: {
    ...on,
    portfolioId: 'portfolio',
    decision: { bodyId: 'board', outcome: 'kill', grants: [], supersedes: null },
  },
};
const toRelease: DecisionFollowUpEvent = {
  type: 'DecisionFollowUpOpened',
  data: { ...on, portfolioId: 'portfolio' },
};
const withAuthority = (
  more: Readonly<{ grants?: readonly string[]; supersedes?: string | null }>,
): DecisionFollowUpEvent => ({
  type: 'DecisionFollowUpOpened',
  data: {
    ...{ ...on, portfolioId: 'portfolio' },
    decision: { bodyId: 'board', outcome: 'kill', grants: [], supersedes: null, ...more },
  },
});
const done = (step: FollowUpStep): DecisionFollowUpEvent => ({
  type: 'DecisionFollowUpStepDone',
  data: { motionId: 'motion', step },
});
const refused: DecisionFollowUpEvent = {
  type: 'DecisionFollowUpStepRefused',
  data: { motionId: 'motion', step: 'carry-decision', code: 'outcome-does-not-fit' },
};
const ended = (step: string, code?: string): FollowUpCommand => ({
  type: 'EndStep',
  data: code === undefined ? { step, outcome: 'accepted' } : { step, outcome: 'refused', code },
});
const pendingAfter = (...history: DecisionFollowUpEvent[]) =>
  decisionFollowUp.pending(history.reduce(decider.evolve, decider.initialState()));

describe('The follow-up of a motion', () => {
  it('opens when its decision is recorded', () => given().when(notice(decision)).then(toCarry));
  it('opens when it is lost', () =>
    given()
      .when(notice(closed('lost')))
      .then(toRelease));
  it('lets a motion without a quorum alone, which is carried over and keeps its project', () =>
    given()
      .when(notice(closed('no-quorum')))
      .thenNothing());
  it('opens when it is withdrawn', () =>
    given()
      .when(notice({ type: 'MotionWithdrawn', data: { ...on, reason: 'Too early' } }))
      .then(toRelease));
  it('waits for the decision when it was carried', () =>
    given()
      .when(notice(closed('carried')))
      .thenNothing());
  it('opens once', () => given(toCarry).when(notice(decision)).thenNothing());
  it('does not open again when it is finished', () =>
    given(toCarry, done('carry-decision')).when(notice(decision)).thenNothing());
  it('notes that the project took the decision', () =>
    given(toCarry).when(ended('carry-decision')).then(done('carry-decision')));
  it('notes with which code the project refused it', () =>
    given(toCarry).when(ended('carry-decision', 'outcome-does-not-fit')).then(refused));
  it('notes the end of a step once', () =>
    given(toCarry, done('carry-decision')).when(ended('carry-decision')).thenNothing());
  it('has one stream for each motion', () => {
    expect(decisionFollowUp.instanceOf(recorded(decision))).toBe(followUpOf('motion'));
    expect(decisionFollowUp.instanceOf(recorded(closed('lost')))).toBe(followUpOf('motion'));
  });
});

describe('What it asks of the project', () => {
  const release = {
    step: 'release-motion',
    operation: 'release-motion',
    target: 'project',
    data: { motionId: 'motion' },
  };
  it('is to carry the decision', () =>
    expect(pendingAfter(toCarry)).toEqual([
      {
        step: 'carry-decision',
        operation: 'carry-decision',
        target: 'project',
        data: { motionId: 'motion', bodyId: 'board', outcome: 'kill' },
      },
    ]));
  it('is its release where nothing was decided, once what may be reserved for it is', () => {
    const settling = {
      ...{ step: 'settle-authority', operation: 'settle-authority', target: 'motion' },
      data: { motionId: 'motion', portfolioId: 'portfolio', confirmed: [] },
    };
    expect(pendingAfter(toRelease)).toEqual([settling]);
    expect(pendingAfter(toRelease, done('settle-authority'))).toEqual([release]);
  });
  it('is its release where it refused the decision, so that it can be decided anew', () =>
    expect(pendingAfter(toCarry, refused)).toEqual([release]));
  it.each([
    ['kill', 'release-conditions'],
    ['complete', 'release-conditions'],
    ['hold', undefined],
    ['go', undefined],
  ] as const)(
    'is, once it was carried, to release its conditions where it has ended the work: %s',
    (outcome, step) => {
      const opened = { bodyId: 'board', outcome, grants: [], supersedes: null };
      const carried = pendingAfter(
        { type: 'DecisionFollowUpOpened', data: { ...on, portfolioId: 'portfolio', decision: opened } },
        done('carry-decision'),
      );
      expect(carried.map((one) => one.step)).toEqual(step === undefined ? [] : [step]);
      expect(carried.map(({ target, data }) => [target, data])).toEqual(
        step === undefined ? [] : [['project', { motionId: 'motion', outcome }]],
      );
    },
  );
  it('is asked of the grants and of the decision before first, in this order', () => {
    const whole = withAuthority({ grants: ['g-2', 'g-1'], supersedes: 'earlier' });
    const settling = {
      ...{ step: 'settle-authority', operation: 'settle-authority', target: 'motion' },
      data: { motionId: 'motion', portfolioId: 'portfolio', confirmed: ['g-2', 'g-1'] },
    };
    const superseding = {
      ...{ step: 'supersede-decision', operation: 'supersede-decision', target: 'earlier' },
      data: { motionId: 'earlier', by: 'motion', outcome: 'kill' },
    };
    expect(pendingAfter(whole)).toEqual([settling]);
    expect(pendingAfter(whole, done('settle-authority'))).toEqual([superseding]);
    expect(pendingAfter(whole, done('settle-authority'), done('supersede-decision'))).toMatchObject([
      { step: 'carry-decision' },
    ]);
    expect(pendingAfter(withAuthority({ supersedes: 'earlier' }))).toEqual([superseding]);
  });
  it('goes on to the project where the decision before does not give way', () => {
    const kept: DecisionFollowUpEvent = {
      type: 'DecisionFollowUpStepRefused',
      data: { motionId: 'motion', step: 'supersede-decision', code: 'decision-superseded' },
    };
    const opened = withAuthority({ supersedes: 'earlier' });
    given(opened).when(ended('supersede-decision', 'decision-superseded')).then(kept);
    expect(pendingAfter(opened, kept)).toMatchObject([{ step: 'carry-decision' }]);
  });
  it.each([
    ['it was carried', [toCarry, done('carry-decision'), done('release-conditions')]],
    ['it was released', [toRelease, done('release-motion')]],
    ['it was released after a refusal', [toCarry, refused, done('release-motion')]],
  ])('is nothing when %s', (_, history) => expect(pendingAfter(...history)).toEqual([]));
});
