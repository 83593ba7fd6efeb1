import fc from 'fast-check';
import { NotADecimal } from './decimal';
import { addMoney, CurrencyMismatch, isAmount, money } from './money';

describe('Money', () => {
  it('is an exact amount in a currency, written in one way', () =>
    expect(money('0012.50', 'GBP')).toEqual({ amount: '12.5', currency: 'GBP' }));

  it('is not made of what is no decimal', () => expect(() => money('1e3', 'GBP')).toThrow(NotADecimal));

  it('is added without loss', () => {
    expect(addMoney(money('0.1', 'EUR'), money('0.2', 'EUR'), money('-0.3', 'EUR'))).toEqual(
      money('0', 'EUR'),
    );
    expect(addMoney(money('7', 'EUR'))).toEqual(money('7', 'EUR'));
  });

  it('is added in any order', () =>
    fc.assert(
      fc.property(fc.array(fc.bigInt(-(10n ** 20n), 10n ** 20n), { minLength: 1 }), (pence) => {
        const [first, ...rest] = pence.map((n) => money(`${n}`, 'GBP'));
        const sum = addMoney(first!, ...rest);
        expect(sum).toEqual(money(`${pence.reduce((a, b) => a + b)}`, 'GBP'));
        const [last, ...others] = [first!, ...rest].toReversed();
        expect(addMoney(last!, ...others)).toEqual(sum);
      }),
    ));

  it('of different currencies is never added', () =>
    expect(() => addMoney(money('1', 'GBP'), money('1', 'GBP'), money('1', 'EUR'))).toThrow(
      new CurrencyMismatch('GBP and EUR cannot be added.'),
    ));

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
