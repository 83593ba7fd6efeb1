import * as fc from 'fast-check';
import { readAmount, writeAmount } from './amount-cell';

const read = (text: string, currency = 'GBP') => {
  const cell = readAmount(text, currency);
  return 'value' in cell ? cell.value : cell.reason;
};

describe('an amount in a spreadsheet', () => {
  it.each([
    ['5000000', '5000000'],
    ['5000000.50', '5000000.5'],
    ['5,000,000', '5000000'],
    ['5,000,000.25', '5000000.25'],
    ['5 000 000', '5000000'],
    ['5\u00a0000\u00a0000', '5000000'],
    ['5\u202f000', '5000'],
    ["5'000'000", '5000000'],
    ['5’000', '5000'],
    ['£5,000,000', '5000000'],
    ['£ 5', '5'],
    ['GBP 5,000,000', '5000000'],
    ['5,000,000 gbp', '5000000'],
    ['0', '0'],
    ['0.125', '0.125'],
    ['1.1250', '1.125'],
    ['250k', '250000'],
    ['£5m', '5000000'],
    ['£5M', '5000000'],
    ['1.5 million', '1500000'],
    ['2 bn', '2000000000'],
    ['3 thousand', '3000'],
  ])('%j is taken, exactly', (text, amount) => expect(read(text)).toBe(amount));

  it.each([
    ['€5m', 'EUR', '5000000'],
    ['5 €', 'EUR', '5'],
    ['$5', 'USD', '5'],
    ['kr 5', 'SEK', '5'],
    ['5 kr', 'SEK', '5'],
    ['JPY 5', 'JPY', '5'],
  ])('%j is taken where the portfolio is in %s', (text, currency, amount) =>
    expect(read(text, currency)).toBe(amount),
  );

  it.each([
    ['1.000', 'It could be 1000 or 1.'],
    ['12.500', 'It could be 12500 or 12.5.'],
    ['£1.000', 'It could be 1000 or 1.'],
    ['1,5', 'A comma stands between groups of three digits only'],
    ['1,00', 'A comma stands between groups of three digits only'],
    ['1.000.000', 'a point before a fraction only'],
    ['1.000.000,50', 'a point before a fraction only'],
    ['1,000 000', 'A comma stands between groups of three digits only'],
    ['10,00,000', 'A comma stands between groups of three digits only'],
    ['€5', 'Limits are in GBP'],
    ['5 USD', 'Limits are in GBP'],
    ['-5', 'A limit is an amount from 0 on.'],
    ['(5)', 'A limit is an amount from 0 on.'],
    ['5E+06', 'A spreadsheet has shortened it'],
    ['5.1e6', 'A spreadsheet has shortened it'],
    ['5mm', 'Not an amount.'],
    ['five', 'Not an amount.'],
    ['5%', 'Not an amount.'],
    ['-', 'A limit is an amount from 0 on.'],
    ['£', 'Not an amount.'],
    ['10000000000000000000000000000000000000000bn', 'Not an amount.'],
    ['1000000000000000000000000000000000000000bn', 'More digits than an amount can have.'],
  ])('%j is not taken, and why is said with what would help', (text, reason) => {
    expect(read(text)).toContain(reason);
    expect(read(text)).toMatch(/Write it as|from 0 on/);
  });

  it('is written so that it is read as the same, whatever its digits', () => {
    const digits = fc.tuple(
      fc.bigInt(0n, 10n ** 40n - 1n),
      fc.bigInt(0n, 10n ** 6n),
      fc.constantFrom('GBP', 'JPY', 'KWD'),
    );
    fc.assert(
      fc.property(digits, ([whole, fraction, currency]) => {
        const amount = fraction === 0n ? String(whole) : `${whole}.${fraction}`.replace(/0+$/, '');
        expect(read(writeAmount(amount), currency)).toBe(amount.replace(/\.$/, ''));
      }),
    );
    expect([writeAmount('1.125'), writeAmount('1.12'), writeAmount('1000.125')]).toEqual([
      '1.1250',
      '1.12',
      '1000.125',
    ]);
  });
});
