import type { Authority } from './authority';
import { beyondLimit } from './within';

const OUTER: Authority = {
  domains: ['roads'],
  kinds: ['capital', 'operating'],
  outcomes: ['go', 'hold'],
  perDecision: '1000',
  perPeriod: { amount: '12000', period: 'year' },
  from: '2026-01-01T00:00:00.000Z',
  until: '2027-01-01T00:00:00.000Z',
};
const UNLIMITED: Authority = {
  ...OUTER,
  ...{ domains: null, kinds: null, outcomes: null, perDecision: null, perPeriod: null, until: null },
};
const pathOf = (nodeId: string) => (nodeId === 'bridges' ? ['bridges', 'roads'] : [nodeId]);
const said = (inner: Partial<Authority>, outer = OUTER) =>
  beyondLimit({ inner: { ...OUTER, ...inner }, outer, pathOf })?.message ?? 'within';

describe('an authority within another', () => {
  it('is the same, or less of it', () => {
    expect(said({})).toBe('within');
    expect(said({ domains: ['bridges'], kinds: ['capital'], outcomes: ['go'], perDecision: '1' })).toBe(
      'within',
    );
    expect(said({ from: '2026-02-01T00:00:00.000Z', until: '2026-03-01T00:00:00.000Z' })).toBe('within');
  });

  it('is anything where the other has no limit', () => {
    expect(said({}, UNLIMITED)).toBe('within');
    expect(said(UNLIMITED, UNLIMITED)).toBe('within');
  });

  it.each<[string, Partial<Authority>, RegExp]>([
    ['another domain', { domains: ['bridges', 'rail'] }, /^Domain: one's own authority covers roads/],
    ['the whole portfolio', { domains: null }, /^Domain/],
    ['another kind', { kinds: ['disposal'] }, /^Kind: .* capital, operating, what is delegated for disposal/],
    ['every kind', { kinds: null }, /^Kind: .* for all/],
    ['another outcome', { outcomes: ['kill'] }, /^Outcome/],
    ['a larger limit', { perDecision: '1000.01' }, /^Limit per decision: one's own is 1000, .* 1000\.01/],
    ['no limit per decision', { perDecision: null }, /^Limit per decision: .* without limit/],
    ['no limit per period', { perPeriod: null }, /^Limit per period: .* 12000 per year, .* without limit/],
    ['a longer term', { until: '2027-01-01T00:00:00.001Z' }, /^Term: .* until 2027-01-01/],
    ['a term without end', { until: null }, /^Term/],
    ['an earlier term', { from: '2025-12-31T23:59:59.999Z' }, /^Term/],
  ])('is not one with %s, and the limit is named', (_, inner, message) =>
    expect(said(inner)).toMatch(message),
  );

  it('compares periods by what could be spent in the longer one', () => {
    expect(said({ perPeriod: { amount: '1000', period: 'month' } })).toBe('within');
    expect(said({ perPeriod: { amount: '1000.01', period: 'month' } })).toMatch(/^Limit per period/);
    expect(said({ perPeriod: { amount: '3000', period: 'quarter' } })).toBe('within');
    const monthly = { ...OUTER, perPeriod: { amount: '1000', period: 'month' } } as const;
    expect(said({ perPeriod: { amount: '1000', period: 'year' } }, monthly)).toBe('within');
    expect(said({ perPeriod: { amount: '1001', period: 'year' } }, monthly)).toMatch(/^Limit per period/);
  });
});
