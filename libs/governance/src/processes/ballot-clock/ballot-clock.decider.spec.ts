import type { Recorded } from '@docket/kernel';
import { specFor } from '@docket/kernel/testing';
import { ballotOn, closedWith } from '../../domain/motion/motion.scenes';
import { decider, type ClockCommand, type ClockTrigger } from './ballot-clock.decider';
import type { BallotClockEvent } from './ballot-clock.events';
import { ballotClock, clockOf, dueStepProjection } from './ballot-clock.process';

const { given } = specFor(decider);
const closesAt = '2026-03-09T17:00:00.000Z';
const motionId = 'motion';

const recorded = <E extends ClockTrigger | BallotClockEvent>(event: E, actor = 'cleo'): Recorded<E> => {
  const place = { stream: 'docket-motion-motion', revision: 7 };
  const meta = {
    ...place,
    previous: null,
    actor,
    authentication: 'local-session',
    commandId: 'command',
    bodyDigest: 'digest',
    correlationId: 'correlation',
    recordedAt: '2026-03-02T09:00:00.000Z',
    origin: 'live',
    portfolio: 'portfolio',
    guards: [],
  } as const;
  return { ...event, ...place, id: 'event', position: '9', meta };
};
const notice = (trigger: ClockTrigger, actor?: string): ClockCommand => ({
  type: 'Notice',
  data: { event: recorded(trigger, actor) },
});
const ended = (code?: string): ClockCommand => ({
  type: 'EndStep',
  data:
    code === undefined
      ? { step: 'close-ballot', outcome: 'accepted' }
      : { step: 'close-ballot', outcome: 'refused', code },
});
const opened = ballotOn({ closesAt });
const set: BallotClockEvent = {
  type: 'BallotClockSet',
  data: { motionId, portfolioId: 'portfolio', closesAt },
};
const rung: BallotClockEvent = { type: 'BallotClockRung', data: { motionId, closesAt } };
const stopped: BallotClockEvent = { type: 'BallotClockStopped', data: { motionId } };
const refused: BallotClockEvent = { type: 'BallotClockRefused', data: { motionId, code: 'ballot-not-open' } };
const pendingAfter = (...history: BallotClockEvent[]) =>
  ballotClock.pending(history.reduce(decider.evolve, decider.initialState()));

describe('The clock of a ballot', () => {
  it('is set when the ballot opens and says when it closes', () => given().when(notice(opened)).then(set));
  it('is not set for a ballot without an end', () => given().when(notice(ballotOn())).thenNothing());
  it('is set once', () => given(set).when(notice(opened)).thenNothing());
  it('is set again for the ballot after a motion was carried over, once', () => {
    const later = '2026-03-16T17:00:00.000Z';
    const again: BallotClockEvent = { type: 'BallotClockSet', data: { ...set.data, closesAt: later } };
    const reopened = notice(ballotOn({ closesAt: later }));
    for (const end of [rung, stopped, refused]) given(set, end).when(reopened).then(again);
    given(set, rung, again).when(reopened).thenNothing();
    given(set, stopped).when(notice(opened)).then(set);
    expect(pendingAfter(set, rung, again)).toEqual([
      {
        ...{ step: 'close-ballot-2', operation: 'close-ballot', target: motionId, data: { motionId } },
        due: later,
      },
    ]);
  });
  it('rings when the motion was closed by it', () => given(set).when(ended()).then(rung));
  it('rings once', () => given(set, rung).when(ended()).thenNothing());
  it('is stopped by whoever closes the ballot before', () =>
    given(set).when(notice(closedWith())).then(stopped));
  it('is not stopped by its own closing', () =>
    given(set).when(notice(closedWith(), 'process:ballot-clock')).thenNothing());
  it('has nothing to stop where none was set', () => given().when(notice(closedWith())).thenNothing());
  it('notes with which code the motion refused to be closed', () =>
    given(set).when(ended('ballot-not-open')).then(refused));

  it('asks the motion to close at that instant, and for nothing once it has ended', () => {
    const step = 'close-ballot';
    expect(pendingAfter(set)).toEqual([
      { step, operation: step, target: motionId, data: { motionId }, due: closesAt },
    ]);
    for (const end of [rung, stopped, refused]) expect(pendingAfter(set, end)).toEqual([]);
  });

  it('is found by its instant while it waits, and not after that', () => {
    const on = dueStepProjection.on;
    expect(
      on.BallotClockSet?.(recorded(set as never)).map(({ key, scope, to }) => [key, scope, to(undefined)]),
    ).toEqual([[clockOf(motionId), 'ballot-clock', { step: 'close-ballot', due: closesAt }]]);
    for (const change of [
      on.BallotClockRung?.(recorded(rung as never)),
      on.BallotClockStopped?.(recorded(stopped as never)),
      on.BallotClockRefused?.(recorded(refused as never)),
    ])
      expect(change?.map(({ key, to }) => [key, to({ step: 'close-ballot', due: closesAt })])).toEqual([
        [clockOf(motionId), undefined],
      ]);
  });
});
