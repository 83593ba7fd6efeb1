import { isInstant, JobRefused, jsonFault, type Instant, type Job, type Json } from '@docket/kernel';

/** The longest id, in characters. */
export const LONGEST_ID = 200;

/** The most that the data of a job may weigh as JSON, in bytes: a job says what to look at, it does not carry it. */
export const MOST_DATA = 64 * 1_024;

/** The longest interval of a repetition, in milliseconds: a year. */
export const LONGEST_INTERVAL = 366 * 86_400_000;

const KIND = /^[a-z][a-z0-9-]{0,59}$/;

const faultOfName = ({ kind, id }: Pick<Job, 'kind' | 'id'>): string | undefined => {
  if (!KIND.test(kind))
    return `The kind of a job is up to 60 lower-case letters, digits and dashes, a letter first, and not "${kind}".`;
  if (id === '' || id.length > LONGEST_ID)
    return `The id of a job has from 1 to ${LONGEST_ID} characters, and not ${id.length}.`;
  return id.isWellFormed() ? undefined : `The id of a job holds half a character.`;
};

/** Whether a job can have this kind and id: under others there is nothing to be found. */
export const isName = (kind: string, id: string): boolean => faultOfName({ kind, id }) === undefined;

const weightOf = (data: Json): number => Buffer.byteLength(JSON.stringify(data), 'utf8');

/** Data that hold themselves, or go deeper than JSON can be written, end the stack. */
const jsonFaultOf = (data: Json): string | undefined => {
  try {
    return jsonFault(data, 'data');
  } catch (error) {
    if (error instanceof RangeError) return 'data goes deeper than can be written';
    throw error;
  }
};

const faultOfData = (data: Json): string | undefined => {
  const fault = jsonFaultOf(data);
  if (fault !== undefined) return `The data of a job is JSON: ${fault}.`;
  const weight = weightOf(data);
  return weight > MOST_DATA
    ? `The data of a job weighs up to ${MOST_DATA} bytes, and not ${weight}: keep what is large elsewhere and let the job name it.`
    : undefined;
};

const refuse = (fault: string | undefined): void => {
  if (fault !== undefined) throw new JobRefused(fault);
};

/** @throws JobRefused for a job that no queue would give back as it came */
export const checkJob = (job: Job): void => refuse(faultOfName(job) ?? faultOfData(job.data));

/** The moment a job may run in milliseconds since 1970. @throws JobRefused where it is no instant */
export const dueAt = (due: Instant): number => {
  refuse(
    isInstant(due)
      ? undefined
      : `A job is due at an instant like 2026-11-28T09:00:00.000Z, and not "${due}".`,
  );
  return Date.parse(due);
};

/** @throws JobRefused for an interval of no whole number of milliseconds from 1 to a year */
export const checkInterval = (everyMs: number): void =>
  refuse(
    Number.isSafeInteger(everyMs) && everyMs >= 1 && everyMs <= LONGEST_INTERVAL
      ? undefined
      : `A job is repeated every 1 to ${LONGEST_INTERVAL} whole milliseconds, and not ${everyMs}.`,
  );

/** @throws JobRefused for a progress that is no number */
export const checkProgress = (done: number, total: number | undefined): void =>
  refuse(
    Number.isFinite(done) && (total === undefined || Number.isFinite(total))
      ? undefined
      : `Progress is told in numbers, and not as ${done} of ${total}.`,
  );
