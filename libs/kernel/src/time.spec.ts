import fc from 'fast-check';
import { dayOf, endOfDay, isDay, isInstant, isTimeZone, later } from './time';

const ms = (instant: string, by: number) => new Date(Date.parse(instant) + by).toISOString();

describe('A day', () => {
  it.each(['1900-01-01', '2024-02-29', '2000-02-29', '9998-12-31'])('%s exists', (text) =>
    expect(isDay(text)).toBe(true),
  );

  it.each([
    ...['2023-02-29', '1900-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00'],
    ...['1899-12-31', '9999-01-01', '0000-01-01', '2026-1-1', '26-01-01', '2026-01-01T00:00', '2026-01-01\n'],
    ...['+002026-01-01', '', '２０２６-01-01'],
  ])('%j does not', (text) => expect(isDay(text)).toBe(false));
});

describe('An instant', () => {
  it.each(['2026-03-02T09:00:00.000Z', '1900-01-01T00:00:00.000Z', '9998-12-31T23:59:59.999Z'])(
    'is %s',
    (text) => expect(isInstant(text)).toBe(true),
  );

  it.each([
    ['another text of midnight', '2026-03-02T24:00:00.000Z'],
    ['without milliseconds', '2026-03-02T09:00:00Z'],
    ['with microseconds', '2026-03-02T09:00:00.000000Z'],
    ['in local time', '2026-03-02T09:00:00.000+00:00'],
    ['without a zone', '2026-03-02T09:00:00.000'],
    ['on a day that does not exist', '2026-02-30T09:00:00.000Z'],
    ['at 25 o’clock', '2026-03-02T25:00:00.000Z'],
    ['in a leap second', '2016-12-31T23:59:60.000Z'],
    ['of two lines', '2026-03-02T09:00:00.000Z\n'],
    ['a day', '2026-03-02'],
  ])('is not %s: %j', (_, text) => expect(isInstant(text)).toBe(false));

  it('is the one text of its moment, so that texts sort as moments do', () => {
    const instant = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('9998-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const [one, other] = [a.toISOString(), b.toISOString()];
        expect(isInstant(one)).toBe(true);
        expect(one < other).toBe(a < b);
        expect(later(one, other)).toBe(new Date(Math.max(+a, +b)).toISOString());
      }),
    );
  });
});

describe('The end of a day', () => {
  it.each([
    ['UTC', '2026-03-02', '2026-03-02T23:59:59.999Z', 'no difference'],
    ['Europe/London', '2026-01-15', '2026-01-15T23:59:59.999Z', 'winter'],
    ['Europe/London', '2026-07-15', '2026-07-15T22:59:59.999Z', 'summer'],
    ['Europe/London', '2026-03-28', '2026-03-28T23:59:59.999Z', 'the evening before summer time'],
    ['Europe/London', '2026-03-29', '2026-03-29T22:59:59.999Z', 'the day of 23 hours'],
    ['Europe/London', '2026-10-24', '2026-10-24T22:59:59.999Z', 'the evening before winter time'],
    ['Europe/London', '2026-10-25', '2026-10-25T23:59:59.999Z', 'the day of 25 hours'],
    ['America/New_York', '2026-03-08', '2026-03-09T03:59:59.999Z', 'the day of 23 hours, west of here'],
    ['America/New_York', '2026-03-07', '2026-03-08T04:59:59.999Z', 'the evening before it'],
    ['Asia/Kolkata', '2026-03-02', '2026-03-02T18:29:59.999Z', 'half an hour'],
    ['Asia/Kathmandu', '2026-03-02', '2026-03-02T18:14:59.999Z', 'a quarter of an hour'],
    ['Australia/Lord_Howe', '2026-10-03', '2026-10-03T13:29:59.999Z', 'summer time of half an hour, before'],
    ['Australia/Lord_Howe', '2026-10-04', '2026-10-04T12:59:59.999Z', 'and after'],
    ['Pacific/Kiritimati', '2026-03-02', '2026-03-02T09:59:59.999Z', 'the earliest midnight'],
    ['Pacific/Pago_Pago', '2026-03-02', '2026-03-03T10:59:59.999Z', 'the latest midnight'],
    ['America/Sao_Paulo', '2017-10-14', '2017-10-15T02:59:59.999Z', 'clocks jump over midnight'],
    ['America/Sao_Paulo', '2018-02-17', '2018-02-18T02:59:59.999Z', 'midnight is put off by an hour'],
    ['Africa/Cairo', '2024-04-25', '2024-04-25T21:59:59.999Z', 'clocks jump over midnight, east of here'],
    ['Asia/Beirut', '2024-03-30', '2024-03-30T21:59:59.999Z', 'again'],
    [
      'America/Havana',
      '2024-11-02',
      '2024-11-03T03:59:59.999Z',
      'midnight strikes twice, both on the next day',
    ],
    ['America/St_Johns', '2010-11-06', '2010-11-07T03:29:59.999Z', 'a minute of the next day came before'],
    ['Pacific/Apia', '2011-12-29', '2011-12-30T09:59:59.999Z', 'the next day is left out'],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T09:59:59.999Z', 'the day is left out'],
    ['Africa/Monrovia', '1971-06-01', '1971-06-02T00:44:29.999Z', 'seconds'],
  ])('in %s on %s is %s (%s)', (zone, day, end) => expect(endOfDay(day, zone)).toBe(end));

  it('is the last millisecond of that local day, in every time zone, through every change of clocks', () => {
    const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const anyDay = fc
      .integer({ min: 0, max: 25_000 })
      .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(zone, anyDay, (timeZone, day) => {
        const end = endOfDay(day, timeZone);
        expect(dayOf(end, timeZone) <= day).toBe(true);
        for (const by of [1, 1_800_000, 3_600_000, 7_200_000, 86_400_000])
          expect(dayOf(ms(end, by), timeZone) > day).toBe(true);
      }),
      { numRuns: 1_500 },
    );
  });

  it('comes later for a later day', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('America/Sao_Paulo', 'Europe/Berlin', 'Africa/Cairo'),
        fc.nat(20_000),
        (zone, n) => {
          const [day, next] = [n, n + 1].map((at) => new Date(at * 86_400_000).toISOString().slice(0, 10));
          expect(endOfDay(day!, zone) < endOfDay(next!, zone)).toBe(true);
        },
      ),
    ));
});

describe('The day of an instant', () => {
  it.each([
    ['2026-03-02T23:30:00.000Z', 'Europe/Berlin', '2026-03-03'],
    ['2026-03-02T23:30:00.000Z', 'America/New_York', '2026-03-02'],
    ['2026-03-02T18:30:00.000Z', 'Asia/Kolkata', '2026-03-03'],
    ['1969-12-31T23:59:59.999Z', 'UTC', '1969-12-31'],
    ['2017-10-15T02:59:59.999Z', 'America/Sao_Paulo', '2017-10-14'],
    ['2017-10-15T03:00:00.000Z', 'America/Sao_Paulo', '2017-10-15'],
    ['2026-10-24T20:59:59.999Z', 'Asia/Beirut', '2026-10-24'],
    ['2026-10-24T21:00:00.000Z', 'Asia/Beirut', '2026-10-24'],
    ['2026-10-24T21:00:00.000Z', 'Asia/Amman', '2026-10-25'],
    ['2026-10-24T22:00:00.000Z', 'Asia/Beirut', '2026-10-25'],
    ['1972-01-07T00:44:30.000Z', 'Africa/Monrovia', '1972-01-07'],
    ['1972-01-07T00:44:00.000Z', 'Africa/Monrovia', '1972-01-06'],
  ])('%s in %s is %s', (instant, zone, day) => expect(dayOf(instant, zone)).toBe(day));
});

describe('A time zone', () => {
  it.each(['Europe/London', 'UTC', 'America/Argentina/Buenos_Aires'])('is %s', (name) =>
    expect(isTimeZone(name)).toBe(true),
  );
  it.each(['', 'Europe/Atlantis', 'London', 'Europe/London ', 'GMT+1:00'])('is not %j', (name) =>
    expect(isTimeZone(name)).toBe(false),
  );
});
