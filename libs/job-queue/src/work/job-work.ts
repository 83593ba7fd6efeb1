import { JobRefused, type JobHandler, type JobWork } from '@docket/kernel';
import { isName } from '../job-shape';

/** What `work` was asked, with what was left out. */
export type Work = Readonly<{ handlers: ReadonlyMap<string, JobHandler> }> & Required<JobWork>;

const isWhole = (value: number): boolean => Number.isSafeInteger(value) && value >= 1;

/** With one of these nothing would ever be done, and nobody would be told. @throws JobRefused */
const check = ({ handlers, concurrency, attempts, firstPauseMs }: Work): void => {
  const kind = [...handlers.keys()].find((one) => !isName(one, 'any'));
  if (kind !== undefined) throw new JobRefused(`There can be no job of the kind "${kind}", so none is done.`);
  for (const [name, value] of Object.entries({ concurrency, attempts, firstPauseMs }))
    if (!isWhole(value)) throw new JobRefused(`${name} is a whole number from 1 on, and not ${value}.`);
};

/** What is asked of `work`, completed. @throws JobRefused for a kind or a number with which nothing would be done */
export const workOf = (
  handlers: Readonly<Record<string, JobHandler>>,
  { concurrency = 4, attempts = 5, firstPauseMs = 1_000, onTrouble = () => undefined }: JobWork = {},
): Work => {
  const work = {
    handlers: new Map(Object.entries(handlers)),
    concurrency,
    attempts,
    firstPauseMs,
    onTrouble,
  };
  check(work);
  return work;
};

/** How long a job that is under way when the queue closes may go on, in milliseconds. */
export const GRACE_MS = 10_000;

/** How often what no timer tells of is looked after, in milliseconds: a changed clock, a forgotten repetition. */
export const LOOK_MS = 60_000;

/** What is told of an attempt that nobody ended. */
export const DIED = 'The process that did it ended before it was done.';
