import type { AskedFor, Authority } from './authority';
import { notPermitted } from './permits';

const UNLIMITED: Authority = {
  ...{ domains: null, kinds: null, outcomes: null, perDecision: null, perPeriod: null },
  ...{ from: '2026-01-01T00:00:00.000Z', until: null },
};
const asked: AskedFor = {
  portfolioId: 'city',
  path: ['bridges', 'roads'],
  kind: 'capital',
  outcomes: ['go'],
  counted: '1000',
  at: '2026-03-02T09:00:00.000Z',
};
const codeOf = (authority: Partial<Authority>, motion: Partial<AskedFor> = {}, portfolioId = 'city') =>
  notPermitted({ portfolioId, authority: { ...UNLIMITED, ...authority }, asked: { ...asked, ...motion } })
    ?.code ?? 'permitted';

describe('what an authority permits', () => {
  it('is everything where it has no limit', () => expect(codeOf({})).toBe('permitted'));

  it('is nothing of another portfolio', () => expect(codeOf({}, {}, 'county')).toBe('another-portfolio'));

  it('begins with its first moment', () => {
    expect(codeOf({ from: asked.at })).toBe('permitted');
    expect(codeOf({ from: '2026-03-02T09:00:00.001Z' })).toBe('grant-not-begun');
  });

  it('ends before its last: at the very moment of its end it is expired', () => {
    expect(codeOf({ until: '2026-03-02T09:00:00.001Z' })).toBe('permitted');
    expect(codeOf({ until: asked.at })).toBe('grant-expired');
  });

  it('covers a node with all that stands in it, and nothing beside or above', () => {
    expect(codeOf({ domains: ['bridges'] })).toBe('permitted');
    expect(codeOf({ domains: ['rail', 'roads'] })).toBe('permitted');
    expect(codeOf({ domains: ['rail'] })).toBe('domain-not-covered');
    expect(codeOf({ domains: ['bridges'] }, { path: ['roads'] })).toBe('domain-not-covered');
    expect(codeOf({ domains: ['bridges'] }, { path: [] })).toBe('domain-not-covered');
  });

  it('is of its kinds; a motion that does not say its kind is of none', () => {
    expect(codeOf({ kinds: ['disposal', 'capital'] })).toBe('permitted');
    expect(codeOf({ kinds: ['disposal'] })).toBe('kind-not-covered');
    expect(codeOf({ kinds: ['disposal'] }, { kind: null })).toBe('kind-not-covered');
    expect(codeOf({}, { kind: null })).toBe('permitted');
  });

  it('is of its outcomes', () => {
    expect(codeOf({ outcomes: ['go'] })).toBe('permitted');
    expect(codeOf({ outcomes: ['hold', 'kill'] })).toBe('outcome-not-covered');
  });

  it('goes up to its limit, and not a penny further', () => {
    expect(codeOf({ perDecision: '1000.00' })).toBe('permitted');
    expect(codeOf({ perDecision: '1000' }, { counted: '1000.01' })).toBe('over-limit-per-decision');
    expect(codeOf({ perDecision: '0' }, { counted: '0' })).toBe('permitted');
  });

  it('is refused for the first reason', () =>
    expect(codeOf({ until: asked.at, domains: ['rail'], perDecision: '1' })).toBe('grant-expired'));

  it('is refused in words that name the figures', () =>
    expect(
      notPermitted({ portfolioId: 'city', authority: { ...UNLIMITED, perDecision: '900' }, asked })?.message,
    ).toBe('It goes up to 900 for one decision; with what is linked to it this one counts 1000.'));
});
