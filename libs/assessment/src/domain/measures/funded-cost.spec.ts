import { Decimal } from '@docket/kernel';
import { costDifference, countingAt, fundedCost } from './funded-cost';

const component = { id: '1', name: 'Bridge' };

describe('what a component counts at', () => {
  it.each([
    [
      { baselineCost: '800', caseCost: '900', wholeLifeCost: '950' },
      { amount: '800', basis: 'baseline' },
    ],
    [
      { caseCost: '900', wholeLifeCost: '950', isProposal: true },
      { amount: '900', basis: 'business-case' },
    ],
    [
      { caseCost: '900', wholeLifeCost: '950' },
      { amount: '950', basis: 'reported' },
    ],
    [{ wholeLifeCost: '950' }, { amount: '950', basis: 'reported' }],
    [{ caseCost: '900' }, { amount: '900', basis: 'business-case' }],
    [{}, undefined],
  ] as const)('%j is %j', (costs, counted) => expect(fundedCost(costs)).toEqual(counted));

  it('differs from its baseline where case or report give another amount, however it is written', () => {
    expect(costDifference({ baselineCost: '800', caseCost: '900', wholeLifeCost: '800.00' })).toEqual({
      baseline: '800',
      businessCase: '900',
      reported: null,
    });
    expect(costDifference({ baselineCost: '800', caseCost: '800.0' })).toBeNull();
    expect(costDifference({ caseCost: '900', wholeLifeCost: '950' })).toBeNull();
  });

  it('is lowered where it comes from, never below nothing', () => {
    const at = (basis: 'baseline' | 'business-case' | 'reported', cost: string) =>
      countingAt(component, basis, Decimal.of(cost));
    expect(at('baseline', '5')).toEqual({ ...component, baselineCost: '5' });
    expect(at('business-case', '5')).toEqual({ ...component, caseCost: '5' });
    expect(at('reported', '0')).toEqual({ ...component, wholeLifeCost: '0' });
    expect(at('reported', '-1')).toBeUndefined();
  });
});
