import { JobsUnavailable, type JobQueue } from '@docket/kernel';
import { openDatabase } from '@docket/sqlite';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedJobs } from '..';
import { chase, Doer, until } from '../job-queue.contract';
import type { Alarm } from '../work/alarm';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const at = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** A time of day, and timers that ring when it is moved on; timers know nothing of the time of day. */
class Hands {
  now = Date.parse('2026-11-28T09:00:00.000Z');
  readonly asked: number[] = [];
  private elapsed = 0;
  private readonly alarms = new Set<Readonly<{ at: number; ring: () => void }>>();

  readonly clock = { now: () => at(this.now), elapsed: () => this.now, pause: async () => undefined };

  readonly alarm: Alarm = (milliseconds, ring) => {
    this.asked.push(milliseconds);
    const alarm = { at: this.elapsed + milliseconds, ring };
    this.alarms.add(alarm);
    return () => this.alarms.delete(alarm);
  };

  /** Time passes. */
  pass(milliseconds: number): void {
    this.now += milliseconds;
    this.elapsed += milliseconds;
    for (const alarm of [...this.alarms].filter((one) => one.at <= this.elapsed)) {
      this.alarms.delete(alarm);
      alarm.ring();
    }
  }
}

describe('jobs by the clock of the machine', () => {
  let folder: string;
  let file: string;
  let hands: Hands;
  let jobs: JobQueue;
  const open = () => openEmbeddedJobs({ file, clock: hands.clock, alarm: hands.alarm });
  /** Lets so much time pass, minute by minute, as the timers ask for it. */
  const passMinutes = async (minutes: number): Promise<void> => {
    for (let minute = 0; minute < minutes; minute++) {
      const looks = hands.asked.length;
      hands.pass(MINUTE);
      await until('it has looked', () => hands.asked.length > looks);
    }
  };
  const isReady = () => until('it waits', () => hands.asked.length > 0);
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'docket-jobs-'));
    file = join(folder, 'jobs.sqlite');
    hands = new Hands();
    jobs = await open();
  });
  afterEach(async () => {
    hands.pass(MINUTE);
    await jobs.close(0);
    rmSync(folder, { recursive: true, force: true });
  });

  it('are looked after at least every minute, however far the next one is', async () => {
    await jobs.add(chase('far'), '2071-05-01T00:00:00.000Z');
    const doer = new Doer();
    doer.work(jobs);
    await isReady();
    await passMinutes(3);
    expect([Math.max(...hands.asked), doer.ids()]).toEqual([MINUTE, []]);
  });

  it('are done when they are due, to the millisecond', async () => {
    await jobs.add(chase('soon'), at(hands.now + 1_500));
    const doer = new Doer();
    doer.work(jobs);
    await isReady();
    expect(hands.asked).toEqual([1_500]);
    hands.pass(1_499);
    expect(doer.ids()).toEqual([]);
    hands.pass(1);
    await doer.hasDone('soon');
  });

  it('are done within a minute when the clock was set forward past them', async () => {
    await jobs.add(chase('tomorrow'), at(hands.now + DAY));
    const doer = new Doer();
    doer.work(jobs);
    await isReady();
    hands.now += DAY;
    hands.pass(MINUTE);
    await doer.hasDone('tomorrow');
  });

  it('that repeat go on an interval later when the clock was set back by days', async () => {
    await jobs.repeat({ ...chase('tick'), everyMs: 5 * MINUTE });
    const doer = new Doer();
    doer.work(jobs);
    await isReady();
    hands.now -= 10 * DAY;
    await passMinutes(6);
    await doer.hasDone('tick');
  });

  it('that failed are tried again after their pause when the clock was set back by days', async () => {
    const doer = new Doer(async ({ attempt }) => {
      if (attempt === 1) throw new Error('not yet');
    });
    doer.work(jobs, ['chase'], { firstPauseMs: 2 * MINUTE });
    await jobs.add(chase('one'));
    await until('it waits for its second attempt', async () => {
      const found = await jobs.find('chase', 'one');
      return found?.state === 'delayed';
    });
    hands.now -= 10 * DAY;
    await passMinutes(3);
    await doer.hasDone('one', 2);
  });

  it('that are due at an instant wait for that instant when the clock was set back', async () => {
    const due = at(hands.now + 2 * MINUTE);
    await jobs.add(chase('at that instant'), due);
    const doer = new Doer();
    doer.work(jobs);
    await isReady();
    hands.now -= 5 * MINUTE;
    await passMinutes(6);
    expect([doer.ids(), (await jobs.find('chase', 'at that instant'))?.due]).toEqual([[], due]);
    await passMinutes(1);
    await doer.hasDone('at that instant');
  });

  it('survive that the process was away for days: done once, at once', async () => {
    await jobs.add(chase('one'), at(hands.now + MINUTE));
    await jobs.repeat({ ...chase('tick'), everyMs: MINUTE });
    await jobs.close();
    hands.now += 3 * DAY;
    jobs = await open();
    const doer = new Doer();
    doer.work(jobs);
    await Promise.all([doer.hasDone('one'), doer.hasDone('tick')]);
    expect([...doer.ids()].sort()).toEqual(['one', 'tick']);
  });

  it('lie in a file whose commits survive a power loss', async () => {
    const looked = openDatabase(file);
    expect([
      looked.prepareArrays('pragma journal_mode').get(),
      looked.prepareArrays('pragma synchronous').get(),
    ]).toEqual([['wal'], [2]]);
    looked.close();
  });

  it('are not taken into a file that was removed', async () => {
    rmSync(file);
    await expect(jobs.add(chase('lost'))).rejects.toEqual(
      new JobsUnavailable(
        `The job queue cannot be written to: ${file} was removed or replaced while it was in use: what is written to it would be found by nobody. Nothing was stored.`,
      ),
    );
  });

  it('tell of a file that cannot be written to once, try again every second, and say when that is over', async () => {
    await jobs.close();
    const moved = `${file}.moved`;
    jobs = await open();
    const doer = new Doer();
    doer.work(jobs);
    await isReady();
    renameSync(file, moved);
    hands.pass(MINUTE);
    await until('that is told', () => doer.told.length === 1);
    const looks = hands.asked.length;
    hands.pass(1_000);
    await until('it has tried again', () => hands.asked.length > looks);
    renameSync(moved, file);
    hands.pass(1_000);
    await until('that is told', () => doer.told.length === 2);
    expect([doer.told, hands.asked.slice(-3, -1)]).toEqual([
      [
        'the job queue cannot be written to; tried again every second',
        'the job queue can be written to again',
      ],
      [1_000, 1_000],
    ]);
  });
});
