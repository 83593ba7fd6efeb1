import { isDay, type Day, type Instant } from '@docket/kernel';
import { notReported, type Reading } from './doubt';
import { oneLine } from './prose';

/** A list of a year is known from 1 July of that year, 09:00 UTC: the same calendar day in the portfolio's time zone. */
export const knownAtOf = (year: number): Instant => `${year}-07-01T09:00:00.000Z`;

/** The status date under which the reports of a year's list stand. */
export const listDay = (year: number): Day => `${year}-07-01`;

const YEAR = /^(\d{4})(?:\.0+)?$/;
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00:00(?:\.0+)?)?$/;
const DAY_FIRST = /^(\d{1,2})([./])(\d{1,2})\2(\d{2}|\d{4})$/;

/** Reads the year of a list, also where a spreadsheet made it `2023.0`. */
export const readYear = (text: string): Reading<number> => {
  const plain = oneLine(text);
  const year = Number(YEAR.exec(plain)?.[1]);
  if (year >= 1900 && year <= 9998) return { value: year };
  return {
    doubt:
      plain === '' ? 'No year: the row has no date and was left out.' : 'Not a year: the row was left out.',
  };
};

/** The year that ends in these two digits and lies between 50 years before and 49 after the list's. */
const inFull = (twoDigits: number, listYear: number): number => {
  const earliest = listYear - 50;
  return earliest + ((twoDigits - (earliest % 100) + 100) % 100);
};

/** Reads a day: `2026-03-31`, `31/03/2026`, `31.03.2026`, or `31.03.26` with the century nearest to the list. */
export const readDay = (text: string, listYear: number): Reading<Day> => {
  const plain = oneLine(text);
  if (plain === '') return {};
  const iso = ISO.exec(plain)?.[1];
  if (iso && isDay(iso)) return { value: iso };
  const [, day = '', , month = '', year = ''] = DAY_FIRST.exec(plain) ?? [];
  const fullYear = year.length === 2 ? String(inFull(Number(year), listYear)) : year;
  const read = `${fullYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isDay(read)) return notReported(plain, 'Not a day');
  return year.length === 2
    ? { value: read, doubt: `A year of two digits: taken as ${read}.` }
    : { value: read };
};
