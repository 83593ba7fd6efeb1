/** A moment in UTC to the millisecond, ISO 8601 with `Z`: its text sorts as time does. */
export type Instant = string;

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

/** The only door to the time of day. */
export interface Clock {
  now(): Instant;
  /** Resolves after `ms` milliseconds. */
  pause(ms: number): Promise<void>;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Whether the text is a day that exists, between the years 1900 and 9998. */
export const isDay = (text: string): boolean => {
  const year = Number(DAY.exec(text)?.[1]);
  if (!(year >= 1900 && year <= 9998)) return false;
  const parsed = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
};

/** Whether the text is a UTC instant as Docket writes them, on a day that exists. */
export const isInstant = (text: string): boolean =>
  INSTANT.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));

/** The later of two instants. */
export const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/** Minutes by which local time in `timeZone` (IANA) is ahead of UTC at `epoch` milliseconds. */
const offsetAt = (epoch: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(epoch);
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return Math.round((local - Math.floor(epoch / 1000) * 1000) / 60_000);
};

/** The last millisecond of a day in an IANA time zone: a day ends where the portfolio lives. */
export const endOfDay = (day: Day, timeZone: string): Instant => {
  const nextMidnight = Date.parse(`${day}T00:00:00.000Z`) + 86_400_000;
  const guess = nextMidnight - offsetAt(nextMidnight, timeZone) * 60_000;
  const settled = nextMidnight - offsetAt(guess, timeZone) * 60_000;
  return new Date(settled - 1).toISOString();
};

/** The calendar day an instant falls on in an IANA time zone. */
export const dayOf = (instant: Instant, timeZone: string): Day => {
  const epoch = Date.parse(instant);
  return new Date(epoch + offsetAt(epoch, timeZone) * 60_000).toISOString().slice(0, 10);
};

/** Whether the runtime knows the IANA time zone. */
export const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};
