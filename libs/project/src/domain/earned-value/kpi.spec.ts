import { Decimal } from '@docket/kernel';
import { exactly, figure, notAvailable, ratio } from './kpi';

const of = Decimal.of.bind(Decimal);
const quotient = (over: string, under: string) => ratio(of(over), of(under), 'actual-cost-zero');

describe('a quotient', () => {
  it('is rounded half-even to 12 places, once, at the end', () => {
    expect(figure(quotient('1', '3'), 'ratio')).toEqual({ value: '0.333333333333', unit: 'ratio' });
    expect(figure(quotient('0.0000000000005', '1.0'), 'ratio')).toEqual({
      value: '0.0000000000005',
      unit: 'ratio',
    });
    expect(figure(quotient('0.000000000001', '2'), 'ratio')).toEqual({ value: '0', unit: 'ratio' });
    expect(figure(quotient('0.000000000003', '2'), 'ratio')).toEqual({
      value: '0.000000000002',
      unit: 'ratio',
    });
  });

  it('with a divisor below zero says the same with one above', () =>
    expect(figure(quotient('3', '-4'), 'ratio')).toEqual(figure(quotient('-3', '4'), 'ratio')));

  it('is not there where the divisor is zero', () =>
    expect(figure(quotient('1', '0.00'), 'ratio')).toEqual(notAvailable('actual-cost-zero')));
});

describe('an amount', () => {
  it('is told to its last place: nothing is divided', () => {
    const long = '0.1234567890123456789';
    expect(figure(exactly(of(long)), 'GBP')).toEqual({ value: long, unit: 'GBP' });
  });
});

it('a figure that is not available says what is so', () =>
  expect(notAvailable('no-responses')).toEqual({
    value: null,
    unavailable: 'no-responses',
    reason: 'Nobody has answered.',
  }));
