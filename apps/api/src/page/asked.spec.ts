import { understood } from './asked';

describe('the address of a page', () => {
  it('asks for what it says, trimmed, and for nothing where it is blank', () =>
    expect(understood({ portfolio: ' works ', asOf: '', budget: '12.5', rule: 'fill' })).toEqual({
      asked: { portfolio: 'works', budget: '12.5', rule: 'fill' },
    }));

  it('means the end of a year by the year', () =>
    expect(understood({ asOf: '2019', since: '2018' }).asked).toEqual({
      asOf: '2019-12-31',
      since: '2018-12-31',
    }));

  it.each([
    [{ budget: 'abc' }, 'The budget "abc" is no amount'],
    [{ budget: '1,000' }, 'without spaces or commas'],
    [{ rule: 'best' }, 'drawn by stop or by fill'],
    [{ asOf: ['1', '2'] }, '"asOf" stands in the address more than once'],
    [{ colour: 'red' }, 'The address asks for "colour"'],
    [{ model: 'a\u0000b' }, 'too long or holds characters'],
    [{ model: 'm'.repeat(1_001) }, 'too long or holds characters'],
  ])('is not understood as %j: it says why, and leaves that out', (query, said) => {
    const { asked, wrong } = understood(query);
    expect(asked).toEqual({});
    expect(wrong).toContain(said);
  });

  it('keeps a budget that is no amount as it was typed, for its form', () => {
    expect(understood({ budget: ' 5bn ' }).budgetTyped).toBe('5bn');
    expect(understood({ budget: 'a\u0000b' }).budgetTyped).toBeUndefined();
    expect(understood({ budget: '5', rule: 'best' }).budgetTyped).toBeUndefined();
  });
});
