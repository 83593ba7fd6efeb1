/** A moment in UTC to the millisecond, ISO 8601 with `Z`: its text sorts as time does. */
export type Instant = string;

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

/** The only door to the time of day. */
export interface Clock {
  now(): Instant;
  /** Milliseconds since some moment of this process: how long something takes, whatever is done to the clock meanwhile. */
  elapsed(): number;
  /** Resolves after `ms` milliseconds. */
  pause(ms: number): Promise<void>;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Whether the text is a day that exists, between the years 1900 and 9998. */
export const isDay = (text: string): boolean => {
  const [, year, month, day] = DAY.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const isMonth = year >= 1900 && year <= 9998 && month >= 1 && month <= 12;
  return isMonth && day >= 1 && day <= lastDayOf(year, month);
};

/** Whether the text is a UTC instant as Docket writes them: the one text of that moment, on a day from 1900 to 9998. */
export const isInstant = (text: string): boolean =>
  INSTANT.test(text) && isDay(text.slice(0, 10)) && isoOf(Date.parse(text)) === text;

const isoOf = (epoch: number): Instant | undefined =>
  Number.isNaN(epoch) ? undefined : new Date(epoch).toISOString();

/** The later of two instants. */
export const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/** Making one costs as much as a hundred uses. */
const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  const [year, rest] = ['numeric', '2-digit'] as const;
  const fields = { year, month: rest, day: rest, hour: rest, minute: rest, second: rest };
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', ...fields });
  formats.set(timeZone, format);
  return format;
};

/** Milliseconds by which local time in `timeZone` (IANA) is ahead of UTC at `epoch` milliseconds. */
const offsetAt = (epoch: number, timeZone: string): number => {
  const fields = new Map(
    formatOf(timeZone)
      .formatToParts(epoch)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => fields.get(type) ?? Number.NaN;
  const [day, time] = [
    [part('year'), part('month') - 1, part('day')],
    [part('hour'), part('minute'), part('second')],
  ] as const;
  return Date.UTC(...day, ...time) - Math.floor(epoch / 1000) * 1000;
};

const DAY_MS = 86_400_000;

/** The first millisecond from which on the offset is that of `to`; between the two it changes once. */
const changeBetween = (from: number, to: number, timeZone: string): number => {
  const after = offsetAt(to, timeZone);
  let [before, since] = [from, to];
  while (since - before > 1) {
    const middle = Math.floor((before + since) / 2);
    if (offsetAt(middle, timeZone) === after) since = middle;
    else before = middle;
  }
  return since;
};

/**
 * The last millisecond of a day in an IANA time zone: a day ends where the portfolio lives. Also where clocks jump over
 * midnight or strike it twice; a day that a zone left out ends with the one before it.
 */
export const endOfDay = (day: Day, timeZone: string): Instant => {
  const midnight = Date.parse(`${day}T00:00:00.000Z`) + DAY_MS;
  const [from, to] = [midnight - DAY_MS, midnight + DAY_MS];
  const [struckBefore, struckAfter] = [
    midnight - offsetAt(from, timeZone),
    midnight - offsetAt(to, timeZone),
  ];
  if (struckBefore === struckAfter) return new Date(struckAfter - 1).toISOString();
  const change = changeBetween(from, to, timeZone);
  const end = struckAfter > change ? struckAfter : Math.min(struckBefore, change);
  return new Date(end - 1).toISOString();
};

const MINUTE_MS = 60_000;
/** Since then clocks change at whole minutes only. */
const WHOLE_MINUTES_SINCE = Date.UTC(1980, 0, 1);
const offsets = new Map<string, Readonly<{ minute: number; offset: number }>>();

/** `offsetAt`, remembered by time zone for the last minute asked for: most instants that are turned into days are of now. */
const offsetInMinute = (epoch: number, timeZone: string): number => {
  if (!(epoch >= WHOLE_MINUTES_SINCE)) return offsetAt(epoch, timeZone);
  const minute = Math.floor(epoch / MINUTE_MS);
  const known = offsets.get(timeZone);
  if (known?.minute === minute) return known.offset;
  const offset = offsetAt(epoch, timeZone);
  offsets.set(timeZone, { minute, offset });
  return offset;
};

/** The calendar day an instant falls on in an IANA time zone. */
export const dayOf = (instant: Instant, timeZone: string): Day => {
  const epoch = Date.parse(instant);
  return new Date(epoch + offsetInMinute(epoch, timeZone)).toISOString().slice(0, 10);
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
