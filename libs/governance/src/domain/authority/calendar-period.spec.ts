import { periodOf, timesIn } from './calendar-period';

describe('the period a moment counts in', () => {
  const at = '2026-05-31T12:00:00.000Z';
  it('is a month, a quarter or a year of the calendar', () =>
    expect(
      (['month', 'quarter', 'year'] as const).map((unit) => periodOf(at, unit, 'Europe/London')),
    ).toEqual(['2026-05', '2026-Q2', '2026']));

  it.each([
    ['2026-03-31T22:59:59.999Z', 'Europe/London', '2026-Q1'],
    ['2026-03-31T23:00:00.000Z', 'Europe/London', '2026-Q2'],
    ['2025-12-31T23:30:00.000Z', 'Europe/Berlin', '2026-Q1'],
    ['2026-01-01T04:59:00.000Z', 'America/New_York', '2025-Q4'],
  ])('begins and ends where the portfolio lives: %s in %s', (moment, zone, quarter) =>
    expect(periodOf(moment, 'quarter', zone)).toBe(quarter),
  );

  it('fits so often into a longer one', () =>
    expect([
      timesIn('month', 'quarter'),
      timesIn('month', 'year'),
      timesIn('quarter', 'year'),
      timesIn('year', 'month'),
      timesIn('year', 'year'),
    ]).toEqual([3, 12, 4, 1, 1]));
});
