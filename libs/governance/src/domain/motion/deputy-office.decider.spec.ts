import { specFor } from '@docket/kernel/testing';
import type { EstablishedBody, Seat } from '../body';
import { decider as conditions } from '../condition/condition.decider';
import { survey } from '../condition/condition.scenes';
import { decider } from './motion.decider';
import { body as board, project, projectWith, tabled } from './motion.scenes';

const { given } = specFor(decider);
const { given: givenCondition } = specFor(conditions);
const now = '2026-03-02T09:00:00.000Z';
const deputy = { actor: 'mona', reach: 'own' } as const;

/** The board with mona as deputy, and the chair's seat as it is said. */
const bodyWith = (chair: Partial<Seat> = {}): EstablishedBody => ({
  ...board,
  seats: board.seats.map((seat) => {
    if (seat.personId === 'mona') return { ...seat, role: 'deputy' };
    return seat.role === 'chair' ? { ...seat, ...chair } : seat;
  }),
});
const led = { body: bodyWith(), project };
const chairAway = { body: bodyWith({ until: now }), project };
const chairRecused = { body: bodyWith(), project: projectWith({ sponsor: 'cleo' }) };

describe('The office of a deputy is one while they lead, and else none', () => {
  const withdraw = (facts: typeof led) =>
    ({ type: 'WithdrawMotion', data: { ...facts, reason: 'Too early.' } }) as const;
  const withdrawn = {
    type: 'MotionWithdrawn',
    data: { motionId: 'motion', projectId: 'project', reason: 'Too early.' },
  } as const;

  it('where a motion is withdrawn', () => {
    given(tabled).when(withdraw(led), deputy).thenRefused('not-yours-to-withdraw');
    given(tabled).when(withdraw(chairAway), deputy).then(withdrawn);
    given(tabled).when(withdraw(chairRecused), deputy).then(withdrawn);
  });

  const waive = (facts: typeof led) =>
    ({ type: 'WaiveCondition', data: { ...facts, reason: 'The route moved.' } }) as const;
  const waived = {
    type: 'ConditionWaived',
    data: { conditionId: 'condition', reason: 'The route moved.' },
  } as const;

  it('where a condition is waived', () => {
    givenCondition(survey).when(waive(led), deputy).thenRefused('not-chair-or-secretary');
    givenCondition(survey).when(waive(chairAway), deputy).then(waived);
    givenCondition(survey).when(waive(chairRecused), deputy).then(waived);
  });

  const shown = {
    type: 'EvidenceGiven',
    data: { conditionId: 'condition', personId: 'pam', evidence: 'Report 118.' },
  } as const;
  const confirm = (facts: typeof led) =>
    ({ type: 'ConfirmCondition', data: { ...facts, finding: 'Read.' } }) as const;
  const met = { type: 'ConditionMet', data: { conditionId: 'condition', finding: 'Read.' } } as const;

  it('where one is confirmed', () => {
    givenCondition(survey, shown).when(confirm(led), deputy).thenRefused('not-yours-to-confirm');
    givenCondition(survey, shown).when(confirm(chairAway), deputy).then(met);
    givenCondition(survey, shown).when(confirm(chairRecused), deputy).then(met);
  });
});

describe('An alternate has no office', () => {
  const seats: readonly Seat[] = [
    ...board.seats,
    { personId: 'alma', role: 'alternate', alternateFor: 'cleo', from: '2026-01-01T00:00:00.000Z' },
  ];
  it('not that of the chair they sit for', () =>
    given(tabled)
      .when(
        { type: 'OpenBallot', data: { body: { ...board, seats }, project, projectRevision: 4 } },
        { actor: 'alma' },
      )
      .thenRefused('not-chair-or-secretary'));
});
