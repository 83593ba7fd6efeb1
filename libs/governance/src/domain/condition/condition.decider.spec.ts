import { specFor } from '@docket/kernel/testing';
import { body, project, projectWith } from '../motion/motion.scenes';
import { decider } from './condition.decider';
import type { ConditionCommand } from './condition.commands';
import type { CalledFor, ConditionEvent } from './condition.events';

const { given } = specFor(decider);
const conditionId = 'condition';
const dueUntil = '2026-04-01T23:00:00.000Z';
const confirmableUntil = '2026-04-15T23:00:00.000Z';
const inTime = '2026-03-20T09:00:00.000Z';
const overdue = '2026-04-02T09:00:00.000Z';

const setWith = (
  over: Partial<Extract<ConditionEvent, { type: 'ConditionSet' }>['data']> = {},
): ConditionEvent => ({
  type: 'ConditionSet',
  data: {
    ...{ conditionId, portfolioId: 'portfolio', motionId: 'motion', bodyId: 'board', projectId: 'project' },
    ...{ index: 0, owner: 'olga', due: '2026-04-01', dueUntil, confirmableUntil, consequence: 'hold' },
    ...{ what: 'The survey is published.', evidence: 'The report.' },
    ...over,
  },
});
const set = setWith();
const shown = (personId = 'olga', evidence = 'Report 118.'): ConditionEvent => ({
  type: 'EvidenceGiven',
  data: { conditionId, personId, evidence },
});
const met: ConditionEvent = { type: 'ConditionMet', data: { conditionId, finding: 'Read it.' } };
const waived: ConditionEvent = { type: 'ConditionWaived', data: { conditionId, reason: 'The route moved.' } };
const released: ConditionEvent = {
  type: 'ConditionReleased',
  data: { conditionId, by: 'ending', outcome: 'kill' },
};
const lapsed = (lapsedAt = dueUntil, unconfirmed = false): ConditionEvent => ({
  type: 'ConditionLapsed',
  data: { conditionId, lapsedAt, consequence: 'hold', unconfirmed },
});
const called = (ask: CalledFor = 'hold'): ConditionEvent => ({
  type: 'MotionCalledFor',
  data: { conditionId, motionId: 'motion', bodyId: 'board', projectId: 'project', ask },
});

const show = (evidence = 'Report 118.'): ConditionCommand => ({ type: 'GiveEvidence', data: { evidence } });
const confirm = (finding = 'Read it.', of = project): ConditionCommand => ({
  type: 'ConfirmCondition',
  data: { body, project: of, finding },
});
const waive = (reason = 'The route moved.', of = project): ConditionCommand => ({
  type: 'WaiveCondition',
  data: { body, project: of, reason },
});
const release: ConditionCommand = { type: 'ReleaseCondition', data: { by: 'ending', outcome: 'kill' } };
const lapse: ConditionCommand = { type: 'LapseCondition', data: {} };

const olga = { actor: 'olga', reach: 'own', at: inTime } as const;
const chair = { actor: 'cleo', reach: 'own', at: inTime } as const;
const secretary = { actor: 'sami', reach: 'own', at: inTime } as const;
const pmo = { actor: 'otto', reach: 'anything', at: inTime } as const;

describe('Evidence of a condition is given', () => {
  it('by who answers for it', () => given(set).when(show(), olga).then(shown()));
  it('by the PMO', () => given(set).when(show(), pmo).then(shown('otto')));
  it('by nobody else', () => given(set).when(show(), chair).thenRefused('not-the-owner'));
  it('saying something', () => given(set).when(show(' '), olga).thenRefused('evidence-missing'));
  it('until its day has ended, clock or no clock', () =>
    given(set)
      .when(show(), { ...olga, at: dueUntil })
      .thenRefused('condition-over'));
  it('again, where there is more to show', () =>
    given(set, shown()).when(show('Report 119.'), olga).then(shown('olga', 'Report 119.')));
  it('once: the same again changes nothing', () => given(set, shown()).when(show(), olga).thenNothing());
  it.each([
    ['met', met],
    ['waived', waived],
    ['released', released],
    ['lapsed', lapsed()],
  ])('not of one that is %s', (_, end) =>
    given(set, end).when(show(), olga).thenRefused('condition-not-open'),
  );
  it('not of one that is not there', () => given().when(show(), olga).thenRefused('condition-unknown'));
});

describe('A condition is met', () => {
  it.each([chair, secretary, pmo])('when $actor confirms what was shown', (who) =>
    given(set, shown()).when(confirm(), who).then(met),
  );
  it('not when a member says so', () =>
    given(set, shown())
      .when(confirm(), { ...chair, actor: 'mona' })
      .thenRefused('not-yours-to-confirm'));
  it('not when its owner says so, chair or not', () =>
    given(setWith({ owner: 'cleo' }), shown('cleo'))
      .when(confirm(), chair)
      .thenRefused('own-condition'));
  it('not when somebody with a part in the project says so', () =>
    given(set, shown())
      .when(confirm('Read it.', projectWith({ sponsor: 'cleo' })), chair)
      .thenRefused('recused'));
  it('not when who gave the evidence says so', () =>
    given(set, shown('otto')).when(confirm(), pmo).thenRefused('own-evidence'));
  it('not before there is evidence', () =>
    given(set).when(confirm(), chair).thenRefused('evidence-not-given'));
  it('with what was found', () =>
    given(set, shown()).when(confirm(''), chair).thenRefused('finding-missing'));
  it('up to a fortnight late, where the evidence was in time', () => {
    given(set, shown())
      .when(confirm(), { ...chair, at: overdue })
      .then(met);
    given(set, shown())
      .when(confirm(), { ...chair, at: confirmableUntil })
      .thenRefused('condition-over');
  });
  it('once', () => given(set, shown(), met).when(confirm(), chair).thenRefused('condition-not-open'));
});

describe('A condition is waived', () => {
  it.each([chair, secretary])('by $actor, with the reason', (who) =>
    given(set).when(waive(), who).then(waived),
  );
  it('not by the PMO: it is the body that set it', () =>
    given(set).when(waive(), pmo).thenRefused('not-chair-or-secretary'));
  it('not by its owner', () =>
    given(setWith({ owner: 'cleo' }))
      .when(waive(), chair)
      .thenRefused('own-condition'));
  it('not by somebody with a part in the project', () =>
    given(set)
      .when(waive('So.', projectWith({ manager: 'sami' })), secretary)
      .thenRefused('recused'));
  it('not without a reason', () => given(set).when(waive(' '), chair).thenRefused('reason-missing'));
  it('not once its time is over', () =>
    given(set)
      .when(waive(), { ...chair, at: overdue })
      .thenRefused('condition-over'));
});

describe('A condition lapses', () => {
  const clock = { actor: 'process:condition-clock', at: overdue } as const;
  it('when its day has ended and nothing was shown, and calls for a motion', () =>
    given(set).when(lapse, clock).then(lapsed(), called()));
  it.each([
    ['escalate', 'decision'],
    ['hold', 'hold'],
    ['kill-motion', 'kill'],
  ] as const)('with the consequence %s calls the body to a %s', (consequence, ask) =>
    given(setWith({ consequence }))
      .when(lapse, clock)
      .then(
        {
          type: 'ConditionLapsed',
          data: { conditionId, lapsedAt: dueUntil, consequence, unconfirmed: false },
        },
        called(ask),
      ),
  );
  it('not before its day has ended', () =>
    given(set)
      .when(lapse, { ...clock, at: inTime })
      .thenRefused('condition-still-running'));
  it('a fortnight later where evidence was there in time, and says that nobody confirmed it', () => {
    given(set, shown()).when(lapse, clock).thenNothing();
    given(set, shown())
      .when(lapse, { ...clock, at: confirmableUntil })
      .then(lapsed(confirmableUntil, true), called());
  });
  it.each([
    ['met', met],
    ['waived', waived],
    ['released', released],
    ['lapsed', lapsed()],
  ])('not once it is %s', (_, end) => given(set, end).when(lapse, clock).thenRefused('condition-not-open'));
});

describe('A condition is released', () => {
  const process = (at: string) => ({ actor: 'process:decision-follow-up', at });

  it('when its work has ended, by which decision on record', () =>
    given(set).when(release, process(inTime)).then(released));
  it('while its evidence can still be confirmed', () =>
    given(set, shown()).when(release, process(overdue)).then(released));
  it('not once its time is over: that is for its clock', () => {
    given(set).when(release, process(dueUntil)).thenNothing();
    given(set, shown()).when(release, process(confirmableUntil)).thenNothing();
  });
  it.each([
    ['met', met],
    ['waived', waived],
    ['released', released],
    ['lapsed', lapsed()],
  ])('not when it is %s', (_, end) => given(set, end).when(release, process(inTime)).thenNothing());
  it('not when there is none', () => given().when(release, process(inTime)).thenNothing());
  it('and lapses no more', () =>
    given(set, released).when(lapse, process(overdue)).thenRefused('condition-not-open'));
});
