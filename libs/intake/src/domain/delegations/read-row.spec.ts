import type { Column } from './columns';
import { readRow } from './read-row';

const CITY = {
  currency: 'GBP',
  timeZone: 'Europe/London',
  outcomes: ['go', 'conditional-go', 'hold', 'kill'],
};
const LEAST: Partial<Record<Column, string>> = {
  holder: 'Lead of roads',
  'granted by': 'Board',
  kind: 'capital',
  'limit per decision': '5m',
};
const read = (cells: Partial<Record<Column, string>> = {}) =>
  readRow(2, new Map(Object.entries({ ...LEAST, ...cells }) as [Column, string][]), CITY);
const troubles = (cells: Partial<Record<Column, string>>) => {
  const row = read(cells);
  return 'line' in row ? [] : row.map(({ column, reason }) => `${column}: ${reason}`);
};

describe('a row of a scheme', () => {
  it('with what is needed alone limits nothing else, and begins now', () =>
    expect(read()).toEqual({
      ...{ line: 2, cells: expect.any(Map), reference: null, partOf: null },
      ...{ holder: 'Lead of roads', grantedBy: 'Board', domains: null, kinds: ['capital'], outcomes: null },
      ...{ perDecision: '5000000', perPeriod: null, from: null, until: null },
      ...{ maySubDelegate: false, callInHours: null },
    }));

  it('with everything says all of it', () =>
    expect(
      read({
        ...{
          reference: '5',
          'part of': '1',
          domain: 'Roads; Rail / Bridges',
          kind: 'Capital; Contract variation',
        },
        ...{ outcomes: 'Go, conditional go; HOLD', 'limit per period': '£20m', period: 'annually' },
        ...{ from: '2026-04-01', until: '31 March 2027', 'may sub-delegate': 'Yes', 'call-in hours': '72' },
      }),
    ).toMatchObject({
      ...{ reference: '5', partOf: '1', domains: ['Roads', 'Rail / Bridges'] },
      ...{ kinds: ['capital', 'contract-variation'], outcomes: ['go', 'conditional-go', 'hold'] },
      perPeriod: { amount: '20000000', period: 'year' },
      ...{ from: '2026-03-31T23:00:00.000Z', until: '2027-03-31T23:00:00.000Z' },
      ...{ maySubDelegate: true, callInHours: 72 },
    }));

  it.each(['portfolio', 'Portfolio', 'the portfolio'])('is granted by the portfolio: %s', (text) =>
    expect(read({ 'granted by': text })).toMatchObject({ grantedBy: null }),
  );
  it.each(['unlimited', 'No limit', 'without limit'])('is without limit where it says so: %s', (text) =>
    expect(read({ 'limit per decision': text, 'limit per period': text })).toMatchObject({
      ...{ perDecision: null, perPeriod: null },
    }),
  );
  it.each(['all', 'every', 'Any'])('is for every kind and all outcomes where it says so: %s', (text) =>
    expect(read({ kind: text, outcomes: text, domain: text })).toMatchObject({
      ...{ kinds: null, outcomes: null, domains: null },
    }),
  );
  it.each([
    ['month', 'month'],
    ['per month', 'month'],
    ['Quarterly', 'quarter'],
    ['a year', 'year'],
    ['per annum', 'year'],
  ])('has a limit per period: %s', (text, period) =>
    expect(read({ 'limit per period': '1', period: text })).toMatchObject({
      perPeriod: { amount: '1', period },
    }),
  );
  it.each([
    ['TRUE', true],
    ['y', true],
    ['no', false],
    ['FALSE', false],
    ['', false],
  ])('may be passed on, or may not: %j', (text, maySubDelegate) =>
    expect(read({ 'may sub-delegate': text })).toMatchObject({ maySubDelegate }),
  );

  it.each<[Column, string, string]>([
    ['holder', '', 'A row says which body holds it.'],
    ['granted by', '', 'A row says who grants it: a body, or "portfolio".'],
    ['kind', '', 'A row says for which kind of decision it is.'],
    ['kind', 'Op€x', '"op€x" is none.'],
    ['kind', ';', 'Kinds are words'],
    ['outcomes', 'approve', '"approve" is none. Outcomes are go, conditional-go, hold, kill'],
    ['domain', '; ;', 'Name 1 to 50 nodes'],
    ['limit per decision', '', 'An empty cell could be forgotten.'],
    ['limit per decision', '1.000', 'It could be 1000 or 1.'],
    ['limit per period', '1,5', 'A comma stands between groups of three digits only'],
    ['from', '01/04/2026', 'Day and month could be either way round.'],
    ['until', 'soon', 'Not a day.'],
    ['may sub-delegate', 'perhaps', 'Write yes or no'],
    ['call-in hours', '0', 'Whole hours, from 1 to 8784'],
    ['call-in hours', '8785', 'Whole hours, from 1 to 8784'],
    ['call-in hours', '1.5', 'Whole hours, from 1 to 8784'],
  ])('is told what is wrong with %s %j', (column, text, reason) => {
    expect(troubles({ [column]: text })).toEqual([expect.stringContaining(`${column}: ${reason}`)]);
  });

  it('has a limit per period and its period, or neither', () => {
    expect(troubles({ 'limit per period': '5' })).toEqual(['period: A period is month, quarter or year.']);
    expect(troubles({ 'limit per period': '5', period: 'week' })).toEqual([
      'period: A period is month, quarter or year.',
    ]);
    expect(troubles({ period: 'year' })).toEqual([
      'limit per period: There is a period, and no limit for it. Write the limit, or leave both empty.',
    ]);
  });

  it('is told everything that is wrong with it at once', () =>
    expect(troubles({ holder: '', kind: '', 'limit per decision': '', until: 'x' })).toHaveLength(4));
});
