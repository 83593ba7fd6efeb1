import { specFor } from '@docket/kernel/testing';
import type { MotionCommand } from './motion.commands';
import { decider } from './motion.decider';
import type { MotionEvent } from './motion.events';
import {
  ballotOn,
  body,
  carriedOver,
  closedWith,
  project,
  projectWith,
  tabled,
  without,
} from './motion.scenes';

const { given } = specFor(decider);

const withdraw = (reason = 'The survey is missing', facts = {}): MotionCommand => ({
  type: 'WithdrawMotion',
  data: { body, project, reason, ...facts },
});
const withdrawn: MotionEvent = {
  type: 'MotionWithdrawn',
  data: { motionId: 'motion', projectId: 'project', reason: 'The survey is missing' },
};

describe('A motion is withdrawn', () => {
  it.each(['ada', 'cleo', 'sami'])(
    'before its ballot: by who tabled it, the chair or the secretary: %s',
    (actor) => given(tabled).when(withdraw(), { actor, reach: 'own' }).then(withdrawn),
  );
  it('by whoever may withdraw anything', () =>
    given(tabled).when(withdraw(), { actor: 'otto' }).then(withdrawn));
  it('not by another', () =>
    given(tabled).when(withdraw(), { actor: 'mona', reach: 'own' }).thenRefused('not-yours-to-withdraw'));
  it('with a reason', () => given(tabled).when(withdraw(' ')).thenRefused('reason-missing'));
  it('not once its ballot is open', () =>
    given(tabled, ballotOn()).when(withdraw()).thenRefused('motion-not-withdrawable'));
  it('once', () => given(tabled, withdrawn).when(withdraw()).thenNothing());
  it('not when there is none', () => given().when(withdraw()).thenRefused('motion-unknown'));
  it('and is not voted on any more', () => {
    const open: MotionCommand = { type: 'OpenBallot', data: { body, project, projectRevision: 4 } };
    given(tabled, withdrawn).when(open, { actor: 'cleo' }).thenRefused('ballot-already-opened');
    const unconditional = {
      conditions: [],
      timeZone: 'UTC',
      authority: { isLimited: false, under: [], callIn: [] },
    };
    const record: MotionCommand = {
      type: 'RecordDecision',
      data: { body, project, rationale: 'So', ...unconditional },
    };
    given(tabled, withdrawn).when(record, { actor: 'cleo' }).thenRefused('motion-not-carried');
  });
});

describe('A motion that was carried is taken back before its decision is recorded', () => {
  const carried = given(tabled, ballotOn(), closedWith());
  const deputy = {
    personId: 'dora',
    role: 'deputy',
    from: '2026-01-01T00:00:00.000Z',
    until: '2028-01-01T00:00:00.000Z',
  } as const;
  const withDeputy = { body: { ...body, seats: [...body.seats, deputy] } };

  it('by the chair, with the reason', () => carried.when(withdraw(), { actor: 'cleo' }).then(withdrawn));
  it('by the deputy where the chair may not decide on it', () =>
    carried
      .when(withdraw(undefined, { ...withDeputy, project: projectWith({ sponsor: 'cleo' }) }), {
        actor: 'dora',
      })
      .then(withdrawn));
  it.each(['ada', 'sami', 'mona', 'otto', 'dora'])(
    'not by who tabled it, the secretary, a member, whoever may withdraw anything, or the deputy beside the chair: %s',
    (actor) => carried.when(withdraw(undefined, withDeputy), { actor }).thenRefused('not-yours-to-withdraw'),
  );
  it('not by a chair whom a part in the project bars', () =>
    carried
      .when(withdraw(undefined, { project: projectWith({ sponsor: 'cleo' }) }), { actor: 'cleo' })
      .thenRefused('not-yours-to-withdraw'));
  it('not by a chair who lost the seat', () =>
    carried
      .when(withdraw(undefined, without('cleo')), { actor: 'cleo' })
      .thenRefused('not-yours-to-withdraw'));
  it('not without a reason', () =>
    carried.when(withdraw(' '), { actor: 'cleo' }).thenRefused('reason-missing'));
  it('once, and is not recorded any more', () => {
    const taken = given(tabled, ballotOn(), closedWith(), withdrawn);
    taken.when(withdraw(), { actor: 'cleo' }).thenNothing();
    const held = { conditions: [], timeZone: 'UTC', authority: { isLimited: false, under: [], callIn: [] } };
    const record: MotionCommand = {
      type: 'RecordDecision',
      data: { body, project, rationale: 'So', ...held },
    };
    taken.when(record, { actor: 'cleo' }).thenRefused('motion-not-carried');
  });
  it('and one that was lost is not: it has ended', () =>
    given(tabled, ballotOn(), closedWith({ result: 'lost' }))
      .when(withdraw(), { actor: 'cleo' })
      .thenRefused('motion-not-withdrawable'));
  it('while one without a quorum waits for another ballot, and is withdrawn like any that waits', () =>
    given(tabled, ballotOn(), closedWith({ result: 'no-quorum' }), carriedOver())
      .when(withdraw(), { actor: 'ada', reach: 'own' })
      .then(withdrawn));
});
