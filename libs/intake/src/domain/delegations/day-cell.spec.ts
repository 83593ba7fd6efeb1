import * as fc from 'fast-check';
import { beginningOfDay, readFrom, readUntil, writeFrom, writeUntil } from './day-cell';

const LONDON = 'Europe/London';
const from = (text: string, timeZone = LONDON) => {
  const cell = readFrom(text, timeZone);
  return 'value' in cell ? cell.value : cell.reason;
};
const until = (text: string, timeZone = LONDON) => {
  const cell = readUntil(text, timeZone);
  return 'value' in cell ? cell.value : cell.reason;
};

describe('a term in a spreadsheet', () => {
  it.each(['2026-04-01', '1 April 2026', '1 Apr 2026', '01-Apr-2026', '1 apr. 2026'])(
    'begins with the day it names, where the portfolio lives: %s',
    (text) => expect(from(text)).toBe('2026-03-31T23:00:00.000Z'),
  );

  it('lasts through the day it names, into which clocks may strike', () => {
    expect(until('2027-03-31')).toBe('2027-03-31T23:00:00.000Z');
    expect(until('2026-12-31')).toBe('2027-01-01T00:00:00.000Z');
    expect(until('2026-03-29')).toBe('2026-03-29T23:00:00.000Z');
    expect(until('2026-09-05', 'America/Santiago')).toBe('2026-09-06T04:00:00.000Z');
  });

  it('may be written as instants, of which the last is excluded', () => {
    const instant = '2026-04-01T09:30:00.000Z';
    expect([from(instant), until(instant)]).toEqual([instant, instant]);
  });

  it.each([
    ['01/04/2026', 'could be either way round'],
    ['1.4.26', 'could be either way round'],
    ['31 April 2026', 'Not a day.'],
    ['2026-02-30', 'Not a day.'],
    ['1 Avril 2026', 'Not a day.'],
    ['46113', 'Not a day.'],
    ['soon', 'Not a day.'],
  ])('%j is not taken, and why is said', (text, reason) => {
    expect(from(text)).toContain(reason);
    expect(until(text)).toContain('Write it as 2026-04-01, or as 1 April 2026.');
  });

  it('is written so that it is read as the same', () => {
    const moment = fc
      .date({
        min: new Date('2000-01-01T00:00:00Z'),
        max: new Date('2090-01-01T00:00:00Z'),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString());
    const zone = fc.constantFrom(LONDON, 'UTC', 'Asia/Kathmandu', 'America/Santiago', 'Pacific/Apia');
    fc.assert(
      fc.property(moment, zone, (at, timeZone) => {
        const begins = beginningOfDay(at, timeZone);
        for (const one of [at, begins]) {
          expect(from(writeFrom(one, timeZone), timeZone)).toBe(one);
          expect(until(writeUntil(one, timeZone), timeZone)).toBe(one);
        }
      }),
    );
    expect(writeFrom('2026-03-31T23:00:00.000Z', LONDON)).toBe('2026-04-01');
    expect(writeUntil('2027-03-31T23:00:00.000Z', LONDON)).toBe('2027-03-31');
  });
});
