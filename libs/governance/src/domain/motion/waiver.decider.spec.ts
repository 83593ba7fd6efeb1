import { specFor } from '@docket/kernel/testing';
import type { EarlierDecision, MotionEvent, RecordDecision } from '.';
import { decider } from './motion.decider';
import { ballotOn, body, closedWith, project, tabled, tabling } from './motion.scenes';

const { given } = specFor(decider);

const matter = { on: 'waiver', conditionId: 'survey' } as const;
const waiver = { type: 'MotionTabled', data: { ...tabled.data, matter } } as const satisfies MotionEvent;
const setting: MotionEvent = {
  type: 'DecisionRecorded',
  data: {
    ...{ motionId: 'setting', bodyId: 'council', projectId: 'project', outcome: 'conditional-go' },
    ...{ rationale: 'If the ground holds.', decidedAt: '2026-02-02T09:00:00.000Z', grants: [] },
    ...{ callIn: [], supersedes: null, conditions: [] },
  },
};
const state = [tabled, setting].reduce(decider.evolve, decider.initialState());
const setBy = (change: Partial<EarlierDecision> = {}): EarlierDecision => ({
  ...{ motionId: 'setting', state, givers: [], isLimited: true },
  ...change,
});
const table = (change: Partial<EarlierDecision> = {}, bodyId = 'board') =>
  tabling({ bodyId, matter, setBy: setBy(change) });
const record = (change: Partial<EarlierDecision> = {}): RecordDecision => ({
  type: 'RecordDecision',
  data: {
    ...{ body, project, rationale: 'So.', conditions: [], timeZone: 'UTC', setBy: setBy(change) },
    authority: { isLimited: false, under: [], callIn: [] },
  },
});

describe('a condition is waived', () => {
  it('by the body that set it', () =>
    given()
      .when(table({}, 'council'))
      .then({ ...waiver, data: { ...waiver.data, bodyId: 'council' } }));
  it('by one that delegated to it', () =>
    given()
      .when(table({ givers: ['board'] }))
      .then(waiver));
  it('by one that nobody has limited', () =>
    given()
      .when(table({ isLimited: false }))
      .then(waiver));
  it('by no other, whatever its grants permit', () => given().when(table()).thenRefused('waived-from-below'));
  it('by no other at the recording either: somebody may have limited the body since', () =>
    given(waiver, ballotOn(), closedWith())
      .when(record(), { actor: 'cleo' })
      .thenRefused('waived-from-below'));
});
