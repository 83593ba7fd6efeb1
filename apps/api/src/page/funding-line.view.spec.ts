import type { FundingLine, FundingRow } from '@docket/assessment';
import { fundedCell, lineAbove, lineForm, lineInWords } from './funding-line.view';
import { wordsOf } from './words.fixture';

const row = (over: Partial<FundingRow>): FundingRow => ({
  funded: 'above',
  rank: 1,
  id: 'bridge',
  name: 'Bridge',
  score: '3',
  cost: { amount: '1500', basis: 'reported' },
  cumulated: '1500',
  shortBy: null,
  mustHave: null,
  differsFromBaseline: null,
  reason: 'The law.',
  ...over,
});
const line = {
  currency: 'GBP',
  rule: 'fill',
  budget: '2000',
  sum: '1500',
  left: '500',
  lineRank: 2,
  mustHavesExceedBudget: false,
  rows: [
    row({}),
    row({
      id: 'tunnel',
      rank: 2,
      funded: 'below',
      cost: { amount: '900', basis: 'business-case' },
      cumulated: null,
      shortBy: '400',
    }),
    row({
      ...{ id: 'port', rank: 3, funded: 'must-have', cost: { amount: '1', basis: 'baseline' } },
      mustHave: { reason: 'The law.', by: 'p-otto', since: '2026-01-31T12:00:00.000Z' },
      differsFromBaseline: { baseline: '1', businessCase: '2', reported: null },
    }),
    row({ id: 'mole', rank: 4, funded: 'cost-unknown', cost: null, cumulated: null }),
  ],
} as unknown as FundingLine;

describe('a funding line in the ranking', () => {
  it('names its rule, what is spent and where it runs', () =>
    expect(wordsOf(lineInWords(line))).toBe(
      'Budget GBP 2,000, spent GBP 1,500, left GBP 500. The line runs at rank 2. Must-haves come first, then it goes by rank; the rule is fill: what breaches the budget is passed over, and what fits after it is funded.',
    ));

  it('says where it reaches all, and where must-haves alone exceed it', () => {
    expect(wordsOf(lineInWords({ ...line, lineRank: null }))).toContain('The budget reaches all.');
    const exceeded = { ...line, mustHavesExceedBudget: true };
    expect(wordsOf(lineInWords(exceeded))).toContain('The must-haves alone exceed the budget.');
  });

  it('stands above the first that the budget does not reach, and nowhere else', () =>
    expect([1, 2, 3, null].map((rank) => wordsOf(lineAbove({ rank }, line, 7)))).toEqual([
      '',
      'Funding line: GBP 2,000, fill',
      '',
      '',
    ]));

  it.each([
    ['bridge', 'above GBP 1,500 as last reported GBP 1,500 with it'],
    ['tunnel', 'below GBP 900 as its business case states short by GBP 400'],
    [
      'port',
      'must-have GBP 1 differs from its baseline: it counts at its baseline, GBP 1; its business case gives GBP 2 The law. marked by p-otto on 2026-01-31',
    ],
    ['mole', 'cost unknown it takes no part'],
    ['nobody', '–'],
  ])('says of %s: %s', (id, said) =>
    expect(wordsOf(fundedCell({ id }, line, { timeZone: 'UTC' }))).toBe(said),
  );

  it('is asked for by a form that keeps what else was asked, and can be taken away', () => {
    const kept = { portfolio: 'works', asOf: '2019-12-31', model: 'Worth', budget: '5', rule: 'fill' };
    const { text } = lineForm(kept, '/');
    expect(text).toContain('href="/?portfolio=works&amp;asOf=2019-12-31&amp;model=Worth"');
    expect(text).toMatch(/<option value="fill" selected>/);
    expect(text).toMatch(/type="hidden" name="model" value="Worth"/);
  });
});
