import { Decimal } from '@docket/kernel';
import { canBe } from './inputs';
import type { MeasuredComponent } from './measures';

const work: MeasuredComponent = { id: '1', name: 'Bridge', caseCost: '100' };
const can = (over: Partial<MeasuredComponent>, input: 'earned-value' | 'planned-value' | 'actual-cost') =>
  canBe({ ...work, ...over }, input, Decimal.of(150));

describe('what somebody could report of a component', () => {
  it('is of a proposal no planned and no earned value, but what it cost', () =>
    expect([
      can({ isProposal: true }, 'planned-value'),
      can({ isProposal: true }, 'earned-value'),
      can({ isProposal: true }, 'actual-cost'),
    ]).toEqual([false, false, true]));

  it('is an earned value up to the baseline, whatever its case asks for', () =>
    expect([
      can({ baselineCost: '149.99' }, 'earned-value'),
      can({ baselineCost: '150' }, 'earned-value'),
      can({}, 'earned-value'),
    ]).toEqual([false, true, true]));

  it.each([
    [36_500, true],
    [36_501, false],
    [-36_500, true],
    [-36_501, false],
  ])('is a finish at most a hundred years off the first one: %d days (%s)', (days, isOne) =>
    expect(canBe({ ...work, firstReportedFinish: '2126-01-01' }, 'finish', Decimal.of(days))).toBe(isOne),
  );
});
