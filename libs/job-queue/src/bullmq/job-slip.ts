import type { Json } from '@docket/kernel';
import { randomUUID } from 'node:crypto';
import { DIED } from '../work/job-work';

/** What is kept of a job in the data of BullMQ's. */
export type JobSlip = Readonly<{
  /** Chance, by which who added it knows its own. It stands first: a script compares the beginning of the text. */
  n: string;
  /** The data. */
  d: Json;
  /** The interval of a repetition, in milliseconds. */
  v?: number;
  /** Failed attempts. */
  f?: number;
  /** BullMQ's count of attempts whose process died, when this job last began anew. */
  s?: number;
  /** What its last attempt failed with. */
  e?: string;
}>;

const PROCESS = randomUUID();
let count = 0;

/** A text that nobody else has: chance for the process, and a count. */
export const chance = (): string => `${PROCESS}-${(count += 1)}`;

/** The beginning of the text of a slip, which no other has. */
export const beginningOf = ({ n }: JobSlip): string => `{"n":"${n}"`;

/** A job of BullMQ as far as a slip is told from it. */
type Slipped = Readonly<{ data: JobSlip; stalledCounter: number }>;

const deathsOf = ({ data, stalledCounter }: Slipped): number => stalledCounter - (data.s ?? 0);

/** Attempts that failed, or whose process died. */
export const spentAttempts = (job: Slipped): number => (job.data.f ?? 0) + deathsOf(job);

/** What the last of them failed with. */
export const lastError = (job: Slipped): string | undefined =>
  job.data.e ?? (deathsOf(job) > 0 ? DIED : undefined);

/** The slip after one more failed attempt. */
export const afterFailure = ({ data }: Slipped, error: string): JobSlip => ({
  ...data,
  f: (data.f ?? 0) + 1,
  e: error,
});

/** The slip of a job that begins anew: as if it had never been tried. */
export const begunAnew = ({ data: { n, d, v }, stalledCounter }: Slipped): JobSlip => ({
  n,
  d,
  ...(v === undefined ? {} : { v }),
  s: stalledCounter,
});

/** BullMQ's name for a job: its ids take no colon and no mere number. */
export const nameOf = (id: string): string => `id-${encodeURIComponent(id)}`;

/** The id of a job from BullMQ's name for it. */
export const idOf = (name: string): string => decodeURIComponent(name.slice(3));
