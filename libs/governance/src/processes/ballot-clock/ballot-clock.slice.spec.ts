import 'reflect-metadata';
import { dueStepTable, type EventStore, type Instant } from '@docket/kernel';
import type { Slice } from '@docket/portfolio/testing';
import { ballotClock, clockOf } from '../..';
import { clocksOver, KeptCheckpoint, openBoard, type Board } from '../../testing/board';
import { dyingAt } from '../../testing/dying-log';

const OPENED = '2026-03-02T09:00:00.000Z';
const CLOSES: Instant = '2026-03-09T17:00:00.000Z';
const BEFORE: Instant = '2026-03-09T16:59:59.999Z';

describe('A ballot that says when it closes', () => {
  let slice: Slice & Readonly<{ board: Board }>;
  let bodyId: string;
  let projectId: string;
  let motionId: string;
  let due: (readonly [string, Instant])[];
  beforeEach(async () => {
    slice = await openBoard();
    due = [];
    bodyId = await slice.board.convene('mona');
    projectId = await slice.board.propose();
    const tabled = await slice.board.table(bodyId, projectId);
    motionId = tabled.outcome === 'accepted' ? tabled.id : '';
    await slice.board.open(motionId, CLOSES);
    for (const who of ['cleo', 'mona']) await slice.board.vote(motionId, who, 'for');
  });
  afterEach(() => slice.close());

  const clocks = (at: Instant, store: EventStore = slice.store, checkpoint = new KeptCheckpoint()) =>
    clocksOver(store, `clocks-${at}`, at, { checkpoint, onDue: (...one) => void due.push(one) });
  /** Runs the clocks over the whole log at an instant, and wakes this motion's. */
  const runAt = async (at: Instant, store?: EventStore, checkpoint?: KeptCheckpoint) => {
    const { runner } = clocks(at, store, checkpoint);
    runner.start();
    const { unfinished } = await runner.waitUntilIdle();
    const woken = await runner.wake(clockOf(motionId));
    await runner.stop();
    return { unfinished: unfinished.length, woken };
  };
  const typesOf = async (stream: string) => (await slice.events(stream)).map(({ type }) => type);
  const clockStream = () => `docket-ballot-clock-${clockOf(motionId)}`;
  const motionStream = () => `docket-motion-${motionId}`;
  const waiting = async () => {
    const { readModel, cut } = await slice.read();
    return readModel.rowsAsOf(dueStepTable, cut.number);
  };

  it('asks to be woken then, stands in the table of what is due, and is left alone before', async () => {
    expect(await runAt(BEFORE)).toEqual({ unfinished: 0, woken: true });
    expect(due).toContainEqual([clockOf(motionId), CLOSES]);
    expect(await waiting()).toEqual([
      { key: clockOf(motionId), scope: ballotClock.name, row: { step: 'close-ballot', due: CLOSES } },
    ]);
    expect(await typesOf(clockStream())).toEqual(['BallotClockSet']);
    expect((await typesOf(motionStream())).at(-1)).toBe('VoteCast');
  });

  it('is closed at that instant, counted as ever, and waits for nothing more', async () => {
    await runAt(BEFORE);
    await runAt(CLOSES);
    const closed = (await slice.events(motionStream())).at(-1);
    expect([closed?.type, closed?.meta.actor, closed?.data]).toEqual([
      'BallotClosed',
      'process:ballot-clock',
      expect.objectContaining({ result: 'carried' }),
    ]);
    expect(await typesOf(clockStream())).toEqual(['BallotClockSet', 'BallotClockRung']);
    expect(await waiting()).toEqual([]);
  });

  it('is closed once, however late and however often it is woken', async () => {
    for (const at of [BEFORE, '2027-01-01T00:00:00.000Z', '2028-01-01T00:00:00.000Z']) await runAt(at);
    expect((await typesOf(motionStream())).filter((type) => type === 'BallotClosed')).toHaveLength(1);
    expect(await typesOf(clockStream())).toEqual(['BallotClockSet', 'BallotClockRung']);
  });

  it('is not opened again by a clock that was set back, and not closed twice by it', async () => {
    await runAt(CLOSES);
    await runAt(OPENED);
    await runAt(CLOSES);
    expect((await typesOf(motionStream())).filter((type) => type === 'BallotClosed')).toHaveLength(1);
  });

  it('is counted late with the seats of then: who was unseated while no clock ran has voted', async () => {
    slice.clock.set('2026-03-09T18:00:00.000Z');
    await slice.board.unseat(bodyId, 'mona');
    await runAt('2026-03-09T19:30:00.000Z');
    const closed = (await slice.events(motionStream())).at(-1);
    expect([closed?.type, closed?.data, closed?.meta.guards, closed?.meta.recordedAt]).toEqual([
      'BallotClosed',
      expect.objectContaining({ endedAt: CLOSES, result: 'carried', struck: [] }),
      [
        { stream: `docket-body-${bodyId}`, revision: 4 },
        { stream: `docket-project-${projectId}`, revision: 1 },
        { stream: `docket-body-${bodyId}`, revision: 3 },
      ],
      '2026-03-09T19:30:00.000Z',
    ]);
  });

  it('is let alone when the chair has closed it before', async () => {
    const kept = new KeptCheckpoint();
    await runAt(BEFORE, slice.store, kept);
    await slice.board.close(motionId);
    await runAt('2026-03-10T00:00:00.000Z', slice.store, kept);
    expect(await typesOf(clockStream())).toEqual(['BallotClockSet', 'BallotClockStopped']);
    expect(await waiting()).toEqual([]);
  });

  it('finds nothing left to close when it learns late of all of that, and says so', async () => {
    await slice.board.close(motionId);
    await runAt('2026-03-10T00:00:00.000Z');
    expect((await slice.events(clockStream())).map(({ type, data }) => ({ type, data })).slice(1)).toEqual([
      { type: 'BallotClockRefused', data: { motionId, code: 'ballot-not-open' } },
    ]);
    expect(await waiting()).toEqual([]);
  });

  it.each([1, 2, 3].flatMap((n) => (['before', 'after'] as const).map((when) => [n, when] as const)))(
    'and whose process is killed at append %i, %s it was written, ends in the same streams',
    async (n, when) => {
      await runAt(CLOSES, dyingAt(slice.store, n, when)).catch(() => undefined);
      await runAt(CLOSES);
      expect(await typesOf(clockStream())).toEqual(['BallotClockSet', 'BallotClockRung']);
      expect((await typesOf(motionStream())).filter((type) => type === 'BallotClosed')).toHaveLength(1);
    },
  );
});
