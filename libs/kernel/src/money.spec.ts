import { NotADecimal } from './decimal';
import { isAmount, money } from './money';

describe('Money', () => {
  it('is an exact amount in a currency, written in one way', () =>
    expect(money('0012.50', 'GBP')).toEqual({ amount: '12.5', currency: 'GBP' }));

  it('is not made of what is no decimal', () => expect(() => money('1e3', 'GBP')).toThrow(NotADecimal));

  it.each([
    ['0', true],
    ['12.5', true],
    ['-0', true],
    ['-0.01', false],
    ['', false],
    ['12,5', false],
    [12, false],
    [undefined, false],
  ])('has an amount that is not below zero: %p is %p', (text, is) => expect(isAmount(text)).toBe(is));
});
