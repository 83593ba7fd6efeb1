import fc from 'fast-check';
import { Decimal } from '@docket/kernel';
import { readAmount } from './amount';

describe('an amount in £m', () => {
  it.each([
    ['34.0', '34000000'],
    ['7.9', '7900000'],
    ['0', '0'],
    ['2.802875007', '2802875.007'],
    ['£33.73', '33730000'],
    ['£32,614', '32614000000'],
    ['Ł612.40', '612400000'],
    ['Ł1,919.40', '1919400000'],
    ['Ĺ\u008112.60', '12600000'],
    ['Ĺ\u00811,919.40', '1919400000'],
    ['Ĺ\u008112.60 ', '12600000'],
    ['Ĺ\u008131,000', '31000000000'],
    [' \u008119,258.00m', '19258000000'],
    [' \u00815.00m', '5000000'],
    ['\u00a0Ł5.1', '5100000'],
  ])('%j is %s pounds exactly', (text, value) => expect(readAmount(text)).toEqual({ value }));

  it.each(['', '  ', '\u00a0'])('%j is a blank: not reported, and nothing doubtful about it', (text) =>
    expect(readAmount(text)).toEqual({}),
  );

  it.each(['-2.7', '- \u00812.60m', '-Ĺ\u008174.90', '-Ĺ\u00817,169.20', '-£12.3'])(
    '%j is below zero: doubtful, taken as not reported',
    (text) => expect(readAmount(text)).toEqual({ doubt: 'An amount below zero: taken as not reported.' }),
  );

  it.each([
    'TBC',
    'Reset',
    'Data not provided by department',
    '1,2,3',
    '12,50',
    '1e9',
    '£',
    '12bn',
    'NaN',
    '1.2.3',
  ])('%j is no amount: doubtful, taken as not reported', (text) =>
    expect(readAmount(text)).toEqual({ doubt: 'Not an amount in £m: taken as not reported.' }),
  );

  it('a claimed exemption is named as such', () =>
    expect(
      readAmount('Exempt under Section 43 of the Freedom of Information Act 2000 (Commercial Interests)'),
    ).toEqual({
      doubt: 'Exempt from disclosure: taken as not reported.',
    }));

  it('pounds are the millions moved by six places, whatever the digits', () =>
    fc.assert(
      fc.property(fc.nat(999_999), fc.nat(999), (whole, thousandths) => {
        const text = `${whole}.${String(thousandths).padStart(3, '0')}`;
        const { value = '' } = readAmount(`£${text}`);
        expect(Decimal.of(value).equals(Decimal.of(text).times(Decimal.of(1_000_000)))).toBe(true);
      }),
    ));
});
