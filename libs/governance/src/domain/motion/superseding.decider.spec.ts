import { specFor } from '@docket/kernel/testing';
import type { EarlierDecision, MotionEvent, MotionState, RecordDecision } from '.';
import { decider } from './motion.decider';
import { ballotOn, body, closedWith, project, tabled, tabling } from './motion.scenes';

const { given } = specFor(decider);

const decision: MotionEvent = {
  type: 'DecisionRecorded',
  data: {
    ...{ motionId: 'earlier', bodyId: 'lead', projectId: 'project', outcome: 'go', rationale: 'It pays.' },
    ...{ decidedAt: '2026-02-02T09:00:00.000Z', grants: ['g'], callIn: [], supersedes: null },
    conditions: [],
  },
};
const first: MotionEvent = {
  type: 'MotionTabled',
  data: { ...tabled.data, motionId: 'earlier', bodyId: 'lead' },
};
const about = { motionId: 'earlier', projectId: 'project' };
const stateOf = (...events: readonly MotionEvent[]): MotionState =>
  events.reduce(decider.evolve, decider.initialState());
const earlier = (change: Partial<EarlierDecision> = {}): EarlierDecision => ({
  ...{ motionId: 'earlier', state: stateOf(first, decision), givers: [], isLimited: false },
  ...change,
});
const table = (change: Partial<EarlierDecision> = {}, bodyId = 'board') =>
  tabling({ bodyId, earlier: earlier(change) });
const toSupersede = {
  type: 'MotionTabled',
  data: { ...tabled.data, supersedes: 'earlier' },
} as const satisfies MotionEvent;
const calledInBy = (bodyId: string): MotionEvent => ({
  type: 'DecisionCalledIn',
  data: { ...about, bodyId, grantId: 'g', reason: 'Too fast.' },
});

describe('a motion that is to stand in the place of an earlier decision', () => {
  it('names it', () => given().when(table()).then(toSupersede));

  it.each<[string, MotionState]>([
    ['is none', { status: 'absent' }],
    ['has no decision yet', stateOf(first)],
    [
      'was decided on another project',
      stateOf(
        { type: 'MotionTabled', data: { ...tabled.data, motionId: 'earlier', projectId: 'other' } },
        decision,
      ),
    ],
  ])('needs one that was decided: this one %s', (_, state) =>
    given().when(table({ state })).thenRefused('nothing-to-supersede'),
  );

  it('needs one that stands yet', () => {
    const gone: MotionEvent = {
      type: 'DecisionSuperseded',
      data: { ...about, by: 'another', outcome: 'hold' },
    };
    given()
      .when(table({ state: stateOf(first, decision, gone) }))
      .thenRefused('decision-superseded');
  });

  it('of a decision that is called in is for the body that did', () => {
    given()
      .when(table({ state: stateOf(first, decision, calledInBy('council')) }))
      .thenRefused('decision-called-in');
    given()
      .when(table({ state: stateOf(first, decision, calledInBy('board')) }))
      .then(toSupersede);
  });

  it('is for the body that decided, one that delegated to it, or one that nobody has limited', () => {
    given()
      .when(table({ isLimited: true }))
      .thenRefused('superseded-from-below');
    given()
      .when(table({ isLimited: true, givers: ['board'] }))
      .then(toSupersede);
    given()
      .when(table({ isLimited: true }, 'lead'))
      .then({ type: 'MotionTabled', data: { ...tabled.data, bodyId: 'lead', supersedes: 'earlier' } });
  });

  it('is the only one that is tabled while a decision on the project is called in', () => {
    const calledIn = [{ motionId: 'earlier', bodyId: 'board' }];
    given().when(tabling({ calledIn })).thenRefused('decision-called-in');
    given()
      .when(tabling({ calledIn, earlier: earlier() }))
      .then(toSupersede);
    given()
      .when(
        tabling({ calledIn: [...calledIn, { motionId: 'second', bodyId: 'council' }], earlier: earlier() }),
      )
      .thenRefused('decision-called-in');
  });

  it('is refused before the project is claimed for it', () => {
    const { openMotion: _, ...free } = project;
    given()
      .when(tabling({ project: free, earlier: earlier({ state: { status: 'absent' } }) }))
      .thenRefused('nothing-to-supersede');
  });

  describe('when it is recorded', () => {
    const toBoard: MotionEvent = {
      type: 'MotionEscalated',
      data: {
        ...{ motionId: 'motion', projectId: 'project', from: 'council', to: 'board' },
        ...{ ground: 'too-few-seats', code: null, under: null, reason: 'Two are ill.' },
      },
    };
    const carried = [toSupersede, ballotOn(), closedWith()];
    const record = (change: Partial<EarlierDecision> = {}): RecordDecision => ({
      type: 'RecordDecision',
      data: {
        ...{ body, project, rationale: 'No ground.', conditions: [], timeZone: 'UTC' },
        ...{ authority: { isLimited: false, under: [], callIn: [] }, earlier: earlier(change) },
      },
    });
    const recorded: MotionEvent = {
      type: 'DecisionRecorded',
      data: {
        ...{ motionId: 'motion', bodyId: 'board', projectId: 'project', outcome: 'go' },
        ...{ rationale: 'No ground.', decidedAt: '2026-03-02T09:00:00.000Z', grants: [], callIn: [] },
        ...{ supersedes: 'earlier', conditions: [] },
      },
    };
    const chair = { actor: 'cleo' };

    it('names what it stands in the place of', () =>
      given(...carried)
        .when(record(), chair)
        .then(recorded));

    it('needs the earlier one to stand yet', () => {
      const gone: MotionEvent = {
        type: 'DecisionSuperseded',
        data: { ...about, by: 'another', outcome: 'hold' },
      };
      given(...carried)
        .when(record({ state: stateOf(first, decision, gone) }), chair)
        .thenRefused('decision-superseded');
    });

    it('is for the body to which the one that called it in has passed the motion on', () => {
      const state = stateOf(first, decision, calledInBy('council'));
      const passedOn = [{ ...toSupersede, data: { ...toSupersede.data, bodyId: 'council' } }, toBoard];
      given(...passedOn, ballotOn(), closedWith())
        .when(record({ state, isLimited: true, givers: ['council'] }), chair)
        .then(recorded);
      given(...carried)
        .when(record({ state }), chair)
        .thenRefused('decision-called-in');
    });
  });
});
