import { amountInWords, measuredInWords, percent, rounded } from './display';

describe('a figure for people', () => {
  it.each([
    ['0.125', 2, '0.12'],
    ['0.135', 2, '0.14'],
    ['1.005', 2, '1.00'],
    ['-0.004', 2, '0.00'],
    ['5', 2, '5.00'],
    ['2.5', 0, '2'],
    ['100', 3, '100.000'],
    ['99999999999999999999.995', 2, '100000000000000000000.00'],
  ])('%s to %i places is %s: half to even, as in reasons', (decimal, places, text) =>
    expect(rounded(decimal, places)).toBe(text),
  );
  it('is a dash where there is none', () => expect(rounded(null, 2)).toBe('–'));
  it('is whole per cent for a share', () =>
    expect([percent('0.7'), percent('0.125'), percent('1'), percent('0.125', 1)]).toEqual([
      '70 %',
      '12 %',
      '100 %',
      '12.5 %',
    ]));
  it('is grouped by threes for an amount', () =>
    expect([
      amountInWords('GBP', '1234567.5'),
      amountInWords('GBP', '-1000'),
      amountInWords('EUR', '12'),
    ]).toEqual(['GBP 1,234,567.5', 'GBP -1,000', 'EUR 12']));

  it.each([
    ['15474610000', 'GBP', 'GBP 15,474,610,000'],
    ['-1234.50', 'GBP', 'GBP -1,234.50'],
    ['1.333583288698', 'ratio', '133.4 %'],
    ['25', 'points of 100', '25 points of 100'],
    ['1200', 'days', '1,200 days'],
    ['red', null, 'red'],
  ])('shows a measured %s %s as %s', (value, unit, shown) =>
    expect(measuredInWords(value, unit)).toBe(shown),
  );
});
