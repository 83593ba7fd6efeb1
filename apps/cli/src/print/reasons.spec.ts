import { namesBeside, samplePeople } from '@docket/identity';
import { fundingLineTable, type FundingLineAnswer } from './funding-line';
import { letterPage } from './letter';
import { movesTable, projectMoves, type MovesAnswer } from './moves';

const head = {
  asOf: { token: 'token', number: 9, at: '2020-01-01T12:00:00.000Z' },
  portfolio: { name: 'Works' },
  model: { name: 'Worth' },
  notices: [{ text: 'The model was not known.' }],
};
const row = (funded: string, over: Partial<FundingLineAnswer['rows'][number]> = {}) => ({
  funded,
  rank: 1,
  name: 'Bridge',
  cost: { amount: '1250000.5', basis: 'reported' },
  cumulated: null,
  shortBy: null,
  mustHave: null,
  differsFromBaseline: null,
  reason: 'Because of the river.',
  ...over,
});
const line: FundingLineAnswer = {
  ...head,
  currency: 'GBP',
  rule: 'stop',
  budget: '2000000',
  sum: '1250000.5',
  left: '749999.5',
  lineRank: 2,
  mustHavesExceedBudget: false,
  rows: [
    row('above'),
    row('below', { rank: 2, name: 'Tunnel' }),
    row('cost-unknown', { rank: null, cost: null }),
  ],
};
const after = (text: string, start: string) => {
  const lines = text.split('\n');
  return lines.slice(lines.findIndex((one) => one.startsWith(start)));
};

describe('a funding line in a terminal', () => {
  it('names the rule, what is spent, and who stands where and why', () =>
    expect(fundingLineTable(line, 'UTC', 70).split('\n')).toEqual([
      'Works, ranked by Worth, as of 2020-01-01T12:00:00.000Z (event 9), on',
      '2020-01-01 in UTC',
      '  stop: the first that breaches the budget ends it',
      '  Budget GBP 2,000,000, spent GBP 1,250,000.5, left GBP 749,999.5. The',
      '  line runs at rank 2.',
      '  note: The model was not known.',
      '',
      '   1  above         Bridge                                 1,250,000.5',
      '                      cost as of what was last reported',
      '   2  below         Tunnel                                 1,250,000.5',
      '                      Because of the river.',
      '                      cost as of what was last reported',
      '   –  cost-unknown  Bridge                                           –',
      '                      Because of the river.',
      '',
      'The same again, for ever: --as-of \\',
      '  token',
      '',
    ]));

  it('says by whom a must-have was marked, and what is said now instead of its baseline', () => {
    const mustHave = row('must-have', {
      ...{ cost: { amount: '1000', basis: 'baseline' }, mustHave: { by: 'p-otto', since: head.asOf.at } },
      differsFromBaseline: { baseline: '1000', businessCase: '1200', reported: '1300' },
    });
    const said = fundingLineTable({ ...line, rows: [mustHave] }, 'UTC', 200);
    expect(said).toContain('marked by p-otto on 2020-01-01');
    expect(said).toContain(
      'cost as of its baseline, and differs from it: its business case gives 1,200, last reported was 1,300',
    );
  });

  it('says where must-haves alone exceed the budget, and where it reaches all', () => {
    expect(fundingLineTable({ ...line, mustHavesExceedBudget: true }, 'UTC')).toContain(
      'The must-haves alone',
    );
    expect(fundingLineTable({ ...line, lineRank: null }, 'UTC', 120)).toContain('The budget reaches all.');
  });
});

const named = namesBeside(samplePeople);
const part = {
  ...{ number: 7, date: '2019-07-01T00:00:00.000Z', sentence: 'p-bea rated Fit 4 instead of 2' },
  reason: 'The new rail link.',
  component: { id: 'b', name: 'Bridge' },
};
const moves: MovesAnswer = {
  ...head,
  since: { number: 3, at: '2019-01-01T00:00:00.000Z' },
  rows: [
    {
      id: 'b',
      name: 'Bridge',
      kind: 'became-ranked',
      then: { rank: null, score: null },
      now: { rank: 2, score: '3.5' },
      score: '3.5',
      places: 1,
      placesByOthers: -1,
      parts: [{ ...part, score: '3.5', places: 2, turn: 'became-ranked' }],
    },
    {
      ...{ id: 'p', name: 'Port', kind: 'moved', score: '0', places: -1, placesByOthers: -1, parts: [] },
      ...{ then: { rank: 2, score: '3' }, now: { rank: 3, score: '3' } },
    },
  ],
  byOthers: {
    components: 1,
    sentence: '1 moved by events of others alone: because Bridge got rank 2 (event 7).',
  },
};

describe('what moved, in a terminal', () => {
  it('names each event and what it did, and what others did', () =>
    expect(after(movesTable(moves, 'UTC', named, 80), 'Bridge').slice(0, 4)).toEqual([
      'Bridge: became-ranked, unranked → 2 (3.500)',
      '    Bea Novak (p-bea) rated Fit 4 instead of 2: “The new rail link.” (event 7,',
      '    2019-07-01): +3.500, 2 places up, became-ranked',
      '    events of others: 1 place down',
    ]));

  it('tells those that only others moved in one line', () => {
    const said = movesTable(moves, 'UTC', named, 120).replace(/\s+/g, ' ');
    expect(said).toContain(
      '1 moved by events of others alone: because Bridge got rank 2 (event 7). `docket moves',
    );
    expect(said).not.toContain('Port');
  });

  it('of one project tells its own events, and whose the others were, the rest summed up', () => {
    const port = { component: { id: 'p', name: 'Port' }, reason: null, score: '0', turn: null };
    const others = Array.from({ length: 11 }, (_, at) => ({ ...part, ...port, number: 20 + at, places: 1 }));
    const [row] = moves.rows;
    if (!row) throw new Error('There is one.');
    const parts = [...row.parts, { ...part, ...port, number: 8, places: -2, turn: 'left' }, ...others];
    const said = projectMoves({ ...moves, row: { ...row, parts } }, 'UTC', named, 160).replace(/\s+/g, ' ');
    expect(said).toContain(
      '+3.500, 2 places up, became-ranked Events of others, the largest first: “Port”, which left: Bea Novak (p-bea) rated Fit 4 instead of 2 (event 8, 2019-07-01): +0.000, 2 places down “Port”: ',
    );
    expect(said).toContain('2 more events of others: together 2 places up');
    expect(said).not.toContain('(event 21,');
  });

  it('says that nothing did', () =>
    expect(
      movesTable({ ...moves, rows: [], byOthers: { components: 0, sentence: 'None.' } }, 'UTC', named, 120),
    ).toContain('Nothing moved since 2019-01-01T00:00:00.000Z (event 3), on 2019-01-01 in UTC.'));

  it('begins at the beginning', () =>
    expect(movesTable({ ...moves, since: { number: 0, at: null } }, 'UTC', named)).toContain(
      'from the beginning to',
    ));
});

it('a letter keeps its paragraphs, in lines of the width', () =>
  expect(
    letterPage({ asOf: head.asOf, text: 'One two three four.\n\nFive.' }, 10).split('\n').slice(0, 4),
  ).toEqual(['One two', 'three', 'four.', '']));
