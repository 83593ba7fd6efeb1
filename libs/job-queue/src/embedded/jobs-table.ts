import type { DeadJob, Instant, Job, JobState, Json } from '@docket/kernel';
import type { Database, Statement } from '@docket/sqlite';
import { DIED } from '../work/job-work';
import { retryPause } from '../work/retry-pause';
import { ADD, makeJobs, REPEAT, type JobRow } from './jobs-schema';

/** A job that was taken to be done now. */
export type Taken = Job & Readonly<{ attempt: number }>;

/** How what fails is tried again. */
export type Retrying = Readonly<{ attempts: number; firstPauseMs: number }>;

const instantOf = (epoch: number): Instant => new Date(epoch).toISOString();
/** What is kept is what `JSON.stringify` made of a `Json`. */
const dataOf = (text: string): Json => JSON.parse(text) as Json;

const progressOf = ({
  state,
  progress_done: done,
  progress_total: total,
}: JobRow): Pick<JobState, 'progress'> =>
  state !== 'running' || done === null ? {} : { progress: total === null ? { done } : { done, total } };

const stateOf = (row: JobRow, now: number): JobState => {
  const isDelayed = row.state === 'waiting' && row.due > now;
  return {
    state: isDelayed ? 'delayed' : row.state,
    attempts: row.attempts,
    ...(isDelayed ? { due: instantOf(row.due) } : {}),
    ...progressOf(row),
    ...(row.error === null ? {} : { error: row.error }),
  };
};

const deadOf = ({ kind, id, data, attempts, error, died_at }: JobRow): DeadJob => ({
  kind,
  id,
  data: dataOf(data),
  attempts,
  error: error ?? '',
  diedAt: instantOf(died_at ?? 0),
});

/** The jobs in one SQLite file. Everything is synchronous, for one transaction of whoever calls; moments are milliseconds since 1970. */
export class JobsTable {
  private readonly statements = new Map<string, Statement<JobRow>>();

  constructor(private readonly database: Database) {
    makeJobs(database);
  }

  add({ kind, id, data }: Job, due: number): void {
    this.sql(ADD).run(kind, id, JSON.stringify(data), due);
  }

  repeat({ kind, id, data }: Job, every: number, now: number): void {
    this.sql(REPEAT).run(kind, id, JSON.stringify(data), now + every, every, every);
  }

  remove(kind: string, id: string): boolean {
    return this.changed(`delete from jobs where kind = ? and id = ? and state <> 'running'`, kind, id);
  }

  discard(kind: string, id: string): boolean {
    return this.changed(`delete from jobs where kind = ? and id = ? and state = 'dead'`, kind, id);
  }

  requeue(kind: string, id: string, now: number): boolean {
    return this.changed(
      `update jobs set state = 'waiting', due = ?, attempts = 0, error = null, died_at = null
       where kind = ? and id = ? and state = 'dead'`,
      now,
      kind,
      id,
    );
  }

  find(kind: string, id: string, now: number): JobState | undefined {
    const row = this.sql('select * from jobs where kind = ? and id = ?').get(kind, id);
    return row && stateOf(row, now);
  }

  dead(): readonly DeadJob[] {
    return this.sql(`select * from jobs where state = 'dead' order by died_at desc, kind, id`)
      .all()
      .map(deadOf);
  }

  /** How many rows stand how, by kind; one that is due counts as waiting. */
  counts(now: number): readonly Readonly<{ kind: string; state: JobState['state']; count: number }>[] {
    return this.database
      .prepare<{ kind: string; state: JobState['state']; count: number }>(
        `select kind, iif(state = 'waiting' and due > ?, 'delayed', state) as state, count(*) as count
         from jobs group by 1, 2 order by 1, 2`,
      )
      .all(now);
  }

  /** A due that was made by another time of day is not further away than it was meant to be. */
  heedClock(now: number): void {
    this.sql(
      `update jobs set due = ? + at_most where state = 'waiting' and at_most is not null and due > ? + at_most`,
    ).run(now, now);
  }

  /** What a queue ran that is not among the living waits again; the attempt counts. */
  release(living: readonly string[], now: number): void {
    this.sql(
      `update jobs set state = 'waiting', due = ?, at_most = null, error = ?, holder = null
       where state = 'running' and holder not in (select value from json_each(?))`,
    ).run(now, DIED, JSON.stringify(living));
  }

  /** Gives up what waits for an attempt that it no longer has. */
  bury(kind: string, attempts: number, now: number): void {
    this.sql(
      `update jobs set state = 'dead', died_at = ?
       where state = 'waiting' and kind = ? and attempts >= ? and every is null`,
    ).run(now, kind, attempts);
  }

  /** Takes up to so many jobs that are due, earliest first. */
  take(kind: string, most: number, now: number, holder: string): readonly Taken[] {
    const due = this.sql(
      `select * from jobs where state = 'waiting' and kind = ? and due <= ? order by due, id limit ?`,
    ).all(kind, now, most);
    return due.map(({ id, data, attempts }) => {
      this.sql(
        `update jobs set state = 'running', attempts = attempts + 1, holder = ?, progress_done = null, progress_total = null
         where kind = ? and id = ?`,
      ).run(holder, kind, id);
      return { kind, id, data: dataOf(data), attempt: attempts + 1 };
    });
  }

  /** When the next job of a kind is due; `undefined` where none waits. */
  nextDue(kind: string): number | undefined {
    return this.sql(`select * from jobs where state = 'waiting' and kind = ? order by due limit 1`).get(kind)
      ?.due;
  }

  progress({ kind, id }: Taken, holder: string, done: number, total: number | undefined): void {
    this.sql(
      `update jobs set progress_done = ?, progress_total = ? where kind = ? and id = ? and holder = ?`,
    ).run(done, total ?? null, kind, id, holder);
  }

  /** Ends a job that was done: gone, or waiting for its next time. */
  done(taken: Taken, holder: string, now: number): void {
    const row = this.held(taken, holder);
    if (row === undefined) return;
    if (row.every === null && row.again_due === null)
      this.sql('delete from jobs where kind = ? and id = ?').run(row.kind, row.id);
    else this.anew(row, now);
  }

  /** Has what failed wait for its next attempt, or die. */
  failed(
    taken: Taken,
    holder: string,
    error: string,
    { attempts, firstPauseMs }: Retrying,
    now: number,
  ): void {
    const row = this.held(taken, holder);
    if (row === undefined) return;
    const isLast = row.every === null && row.attempts >= attempts;
    if (isLast && row.again_due !== null) this.anew(row, now);
    else if (isLast)
      this.sql(
        `update jobs set state = 'dead', error = ?, died_at = ?, holder = null where kind = ? and id = ?`,
      ).run(error, now, row.kind, row.id);
    else this.wait(row, error, retryPause(row.attempts, firstPauseMs, row.every ?? undefined), now);
  }

  /** A job that was begun and not ended waits as before it was taken. */
  giveBack({ kind, id }: Taken, holder: string, now: number): void {
    this.sql(
      `update jobs set state = 'waiting', due = ?, at_most = null, attempts = attempts - 1, holder = null
       where kind = ? and id = ? and holder = ?`,
    ).run(now, kind, id, holder);
  }

  private wait({ kind, id }: JobRow, error: string, pause: number, now: number): void {
    this.sql(
      `update jobs set state = 'waiting', due = ?, at_most = ?, error = ?, holder = null where kind = ? and id = ?`,
    ).run(now + pause, pause, error, kind, id);
  }

  /** Its next time: when it was asked for while it ran, or one interval from now. */
  private anew({ kind, id, data, every, again_due, again_data }: JobRow, now: number): void {
    const due = Math.min(again_due ?? Infinity, now + (every ?? Infinity));
    this.sql(
      `update jobs set state = 'waiting', data = ?, due = ?, at_most = ?, attempts = 0, error = null, holder = null,
         again_due = null, again_data = null
       where kind = ? and id = ?`,
    ).run(every === null ? (again_data ?? data) : data, due, every, kind, id);
  }

  private held({ kind, id }: Taken, holder: string): JobRow | undefined {
    return this.sql(`select * from jobs where kind = ? and id = ? and state = 'running' and holder = ?`).get(
      kind,
      id,
      holder,
    );
  }

  private changed(sql: string, ...values: readonly (string | number)[]): boolean {
    return Number(this.sql(sql).run(...values).changes) > 0;
  }

  private sql(text: string): Statement<JobRow> {
    const known = this.statements.get(text) ?? this.database.prepare<JobRow>(text);
    this.statements.set(text, known);
    return known;
  }
}
