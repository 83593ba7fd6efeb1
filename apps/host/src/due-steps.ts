import {
  dueStepTable,
  type Clock,
  type Instant,
  type Job,
  type JobQueue,
  type ReadModel,
} from '@docket/kernel';
import type { Trouble } from './system';

/** The kind of the jobs that wake an instance of a process. */
export const WAKE = 'wake-process';

/** A timer whose instant is this near, in milliseconds, is put back if it was lost; one further off has time. */
const AHEAD_MS = 120_000;

/** An instance of a process that waits. */
export type Waiting = Readonly<{ process: string; instance: string; due: Instant }>;

type Ports = Readonly<{
  readModel: ReadModel;
  clock: Clock;
  jobs: Pick<JobQueue, 'add'>;
  /** Has an instance do what is due; whether it has. */
  wake: (process: string, instance: string) => Promise<boolean>;
  onTrouble: Trouble;
  /** How far ahead of its instant a timer is put back, in milliseconds: twice as far as it is to the next look. */
  aheadMs?: number;
}>;

const jobOf = ({ process, instance }: Omit<Waiting, 'due'>): Job => ({
  kind: WAKE,
  id: `${process} ${instance}`,
  data: { process, instance },
});

/**
 * Steps that are taken at an instant. That they are due stands in the log; a job wakes the instance then, and what no job
 * has woken is found here, by looking.
 */
export class DueSteps {
  constructor(private readonly ports: Ports) {}

  /** Asks to be woken. A queue that does not answer delays by a look at most. */
  async remember(waiting: Waiting): Promise<void> {
    try {
      await this.ports.jobs.add(jobOf(waiting), waiting.due);
    } catch (error) {
      this.ports.onTrouble(`no timer was set for ${waiting.process}; it is looked for every minute`, error);
    }
  }

  /** Wakes whatever is due by now, and puts back the timers of what soon will be. Returns how many were woken. @throws ReadModelUnavailable */
  async reconcile(): Promise<number> {
    const { readModel, clock, wake, aheadMs = AHEAD_MS } = this.ports;
    const { number } = await readModel.checkpoint();
    const rows = await readModel.rowsAsOf(dueStepTable, number);
    const now = clock.now();
    const soon = new Date(Date.parse(now) + aheadMs).toISOString();
    const near = rows
      .map(({ key, scope, row }) => ({ process: scope, instance: key, due: row.due }))
      .filter(({ due }) => due <= soon)
      .sort((a, b) => Date.parse(a.due) - Date.parse(b.due));
    const due = near.filter((one) => one.due <= now);
    for (const { process, instance } of due) await wake(process, instance);
    for (const one of near.slice(due.length)) await this.remember(one);
    return due.length;
  }
}

/** The instance that a job is to wake. @throws Error when the job says none */
export const wokenBy = ({ data }: Pick<Job, 'data'>): Omit<Waiting, 'due'> => {
  if (typeof data === 'object' && data !== null && 'process' in data && 'instance' in data) {
    const { process, instance } = data;
    if (typeof process === 'string' && typeof instance === 'string') return { process, instance };
  }
  throw new Error(`A job of kind "${WAKE}" names no instance of a process.`);
};
