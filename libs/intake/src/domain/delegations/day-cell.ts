import { dayOf, endOfDay, isDay, isInstant, type Day, type Instant } from '@docket/kernel';
import { notTaken, taken, type Cell } from './cell';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WRITTEN = /^(\d{1,2})[\s-]([A-Za-z]{3,9})\.?[\s-](\d{4})$/;
const FULL = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const HELP = 'Write it as 2026-04-01, or as 1 April 2026.';

const shifted = (instant: Instant, ms: number): Instant => new Date(Date.parse(instant) + ms).toISOString();

/** The instant at which the day after this one begins. */
const afterDay = (day: Day, timeZone: string): Instant => shifted(endOfDay(day, timeZone), 1);

const dayBefore = (day: Day): Day => shifted(`${day}T00:00:00.000Z`, -86_400_000).slice(0, 10);

const monthOf = (name: string): number => {
  const lower = name.toLowerCase();
  const at = FULL.indexOf(lower);
  return (at >= 0 ? at : MONTHS.indexOf(lower)) + 1;
};

const dayIn = (text: string): Cell<Day> => {
  if (isDay(text)) return taken(text);
  const [, day = '', month = '', year = ''] = WRITTEN.exec(text) ?? [];
  const written = `${year}-${String(monthOf(month)).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (isDay(written)) return taken(written);
  return /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(text)
    ? notTaken(`Day and month could be either way round. ${HELP}`)
    : notTaken(`Not a day. ${HELP}`);
};

const momentIn = (text: string, ofDay: (day: Day) => Instant): Cell<Instant> => {
  if (isInstant(text)) return taken(text);
  const day = dayIn(text);
  return 'value' in day ? taken(ofDay(day.value)) : day;
};

/** Reads from when on something holds: from the beginning of a day, where the portfolio lives, or from an instant. */
export const readFrom = (text: string, timeZone: string): Cell<Instant> =>
  momentIn(text.trim(), (day) => afterDay(dayBefore(day), timeZone));

/** Reads until when something holds: through a whole day, or until an instant, which is excluded. */
export const readUntil = (text: string, timeZone: string): Cell<Instant> =>
  momentIn(text.trim(), (day) => afterDay(day, timeZone));

/** The instant at which the day of an instant began, where the portfolio lives. */
export const beginningOfDay = (instant: Instant, timeZone: string): Instant =>
  afterDay(dayBefore(dayOf(instant, timeZone)), timeZone);

/** Writes what `readFrom` reads. */
export const writeFrom = (from: Instant, timeZone: string): string => {
  return beginningOfDay(from, timeZone) === from ? dayOf(from, timeZone) : from;
};

/** Writes what `readUntil` reads. */
export const writeUntil = (until: Instant, timeZone: string): string => {
  const day = dayOf(shifted(until, -1), timeZone);
  return afterDay(day, timeZone) === until ? day : until;
};
