import type { Recorded } from '@docket/kernel';
import { specFor } from '@docket/kernel/testing';
import { callInClock, callInClockOf } from './call-in-clock.process';
import { decider, stepAt, type CallInClockCommand, type CallInTrigger } from './call-in-clock.decider';
import type { CallInClockEvent } from './call-in-clock.events';

const { given } = specFor(decider);

const [FIRST, LAST] = ['2026-03-04T09:00:00.000Z', '2026-03-05T09:00:00.000Z'];
const about = { motionId: 'motion', projectId: 'project' };

const notice = (trigger: CallInTrigger, portfolio: string | undefined = 'portfolio'): CallInClockCommand => {
  const place = { stream: 'docket-motion-motion', revision: 7 };
  const meta = {
    ...place,
    ...{ previous: null, actor: 'cleo', authentication: 'local-session', commandId: 'command' },
    ...{ bodyDigest: 'digest', correlationId: 'correlation', recordedAt: '2026-03-02T09:00:00.000Z' },
    origin: 'live',
    guards: [],
    ...(portfolio === undefined ? {} : { portfolio }),
  } as const;
  const event: Recorded<CallInTrigger> = { ...trigger, ...place, id: 'event', position: '9', meta };
  return { type: 'Notice', data: { event } };
};
const decided = (...until: readonly string[]): CallInTrigger => ({
  type: 'DecisionRecorded',
  data: {
    ...about,
    ...{ bodyId: 'lead', outcome: 'go', rationale: 'Yes.', decidedAt: '2026-03-02T09:00:00.000Z' },
    ...{ grants: ['g'], supersedes: null, conditions: [] },
    callIn: until.map((one, index) => ({ grantId: `g-${index}`, bodyId: 'board', until: one })),
  },
});
const ratified = (openUntil: string | null): CallInTrigger => ({
  type: 'DecisionRatified',
  data: { ...about, bodyId: 'board', grantId: 'g', reason: 'Seen.', openUntil },
});
const set = (until: string): CallInClockEvent => ({
  type: 'CallInClockSet',
  data: { motionId: 'motion', portfolioId: 'portfolio', until },
});
const stopped: CallInClockEvent = { type: 'CallInClockStopped', data: { motionId: 'motion' } };
const rung: CallInClockEvent = { type: 'CallInClockRung', data: { motionId: 'motion', until: LAST } };
const ended = (code?: string): CallInClockCommand => ({
  type: 'EndStep',
  data: {
    step: stepAt(LAST),
    ...(code === undefined ? { outcome: 'accepted' } : { outcome: 'refused', code }),
  },
});
const after = (...history: readonly CallInClockEvent[]) =>
  callInClock.pending(history.reduce(decider.evolve, decider.initialState()));

describe('The clock of the time to call a decision in', () => {
  it('is set for the last of its windows', () =>
    given()
      .when(notice(decided(LAST, FIRST)))
      .then(set(LAST)));
  it('is not set where nobody may call it in', () => given().when(notice(decided())).thenNothing());
  it('is set once', () =>
    given(set(LAST))
      .when(notice(decided(LAST)))
      .thenNothing());
  it('is stopped when all who may have let it stand', () =>
    given(set(LAST))
      .when(notice(ratified(null)))
      .then(stopped));
  it('is set again for those above who may still call it in', () =>
    given(set(LAST))
      .when(notice(ratified(FIRST)))
      .then(set(FIRST)));
  it('stays where those above have the same time', () =>
    given(set(LAST))
      .when(notice(ratified(LAST)))
      .thenNothing());
  it.each<[string, CallInTrigger]>([
    [
      'called in',
      { type: 'DecisionCalledIn', data: { ...about, bodyId: 'board', grantId: 'g', reason: 'Too much.' } },
    ],
    ['superseded', { type: 'DecisionSuperseded', data: { ...about, by: 'other', outcome: 'kill' } }],
  ])('is stopped when the decision is %s', (_, event) => given(set(LAST)).when(notice(event)).then(stopped));
  it('lets what is over alone', () =>
    given(set(LAST), rung)
      .when(notice(ratified(null)))
      .thenNothing());
  it('notes that it has rung, or with which code the motion refused', async () => {
    given(set(LAST)).when(ended()).then(rung);
    given(set(LAST))
      .when(ended('motion-unknown'))
      .then({ type: 'CallInClockRefused', data: { motionId: 'motion', code: 'motion-unknown' } });
    given(set(FIRST)).when(ended()).thenNothing();
  });
  it('asks the motion at its instant, and nothing once it has ended', () => {
    expect(after(set(LAST))).toEqual([
      {
        ...{ step: stepAt(LAST), operation: 'close-call-in', target: 'motion' },
        ...{ data: { motionId: 'motion' }, due: LAST },
      },
    ]);
    expect([after(), after(set(LAST), rung), after(set(LAST), stopped)]).toEqual([[], [], []]);
  });
  it('has one stream for each decision', () => {
    const command = notice(decided(LAST));
    expect(command.type === 'Notice' && callInClock.instanceOf(command.data.event)).toBe(
      callInClockOf('motion'),
    );
  });
});
