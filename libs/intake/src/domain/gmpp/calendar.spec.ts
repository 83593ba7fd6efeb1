import { dayOf } from '@docket/kernel';
import { knownAtOf, listDay, readDay, readYear } from './calendar';

describe('the year of a row', () => {
  it.each([
    ['2023', 2023],
    ['2023.0', 2023],
    [' 2014 ', 2014],
  ])('%j is %i', (text, value) => expect(readYear(text)).toEqual({ value }));

  it('a row without one is left out', () =>
    expect(readYear(' ')).toEqual({ doubt: 'No year: the row has no date and was left out.' }));

  it.each(['23', '2021/22', '2023.5', '0999', 'n/a'])('%j is no year: the row is left out', (text) =>
    expect(readYear(text)).toEqual({ doubt: 'Not a year: the row was left out.' }),
  );
});

describe('a day in a list', () => {
  it.each([
    ['2013-03-29', '2013-03-29'],
    ['2013-03-29 00:00:00', '2013-03-29'],
    ['31/05/2010', '2010-05-31'],
    ['1/6/2010', '2010-06-01'],
    ['30.09.2024', '2024-09-30'],
    ['31/03/2021\r\n', '2021-03-31'],
    ['29.02.2024', '2024-02-29'],
  ])('%j is %s', (text, value) => expect(readDay(text, 2020)).toEqual({ value }));

  it.each([
    ['01.11.18', 2020, '2018-11-01'],
    ['31.12.40', 2020, '2040-12-31'],
    ['31.12.50', 2018, '2050-12-31'],
    ['17.03.97', 2018, '1997-03-17'],
  ])('%j in a list of %i has a year of two digits: the nearest century, and doubtful', (text, year, value) =>
    expect(readDay(text, year)).toEqual({ value, doubt: `A year of two digits: taken as ${value}.` }),
  );

  it.each([
    '1/012/2014',
    '31/02/2019',
    '2019-13-01',
    '03-29-2013',
    'TBD',
    'No end date',
    'Reset',
    'Not Applicable',
    '31.03/2021',
  ])('%j is no day: doubtful, taken as not reported', (text) =>
    expect(readDay(text, 2020)).toEqual({ doubt: 'Not a day: taken as not reported.' }),
  );

  it('a blank is not reported, and nothing doubtful about it', () => expect(readDay('', 2020)).toEqual({}));
});

it('a list is known from 1 July of its year, the day its reports stand under, also in London', () => {
  expect(knownAtOf(2019)).toBe('2019-07-01T09:00:00.000Z');
  expect(dayOf(knownAtOf(2019), 'Europe/London')).toBe(listDay(2019));
});
