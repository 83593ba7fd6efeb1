import { rollUpTable, type RollUpAnswer } from './roll-up';

const figure = (value: string | null, used = 2, eligible = used) => ({ value, coverage: { used, eligible } });
const place = (all: number, budget = figure('25000000.5'), cpi = figure('0.892857142857', 1, 2)) => ({
  components: { all },
  performance: { costPerformanceIndex: cpi, schedulePerformanceIndex: figure(null, 0, 2) },
  against: { current: { budgetAtCompletion: budget } },
});
const answer: RollUpAnswer = {
  asOf: { token: 'token', number: 9, at: '2020-01-01T12:00:00.000Z' },
  portfolio: { name: 'City' },
  currency: 'GBP',
  counted: ['authorised', 'held'],
  whole: place(3),
  nodes: [
    { id: 'a', name: 'Roads', parent: null, status: 'open', ...place(2) },
    {
      ...{ id: 'b', name: 'Bridges and tunnels under rivers', parent: 'a', status: 'closed' },
      ...place(1, figure('1000', 1), figure('1', 1)),
    },
  ],
};

describe('a roll-up in a terminal', () => {
  it('shows places as they stand in each other, and of how many a figure is made', () =>
    expect(rollUpTable(answer, 'UTC', 64).split('\n')).toEqual([
      'City, as of 2020-01-01T12:00:00.000Z (event 9), on 2020-01-01 in',
      'UTC',
      '  All projects are counted. Added, in GBP, is what is',
      '  authorised, held; (1/2): one of two had all a figure takes.',
      '',
      '                        projects        budget          CPI  SPI',
      'City                           3  25,000,000.5  0.893 (1/2)    –',
      '  Roads                        2  25,000,000.5  0.893 (1/2)    –',
      '    Bridges and                1         1,000        1.000    –',
      '    tunnels under',
      '    rivers (closed)',
      '',
      'The same again, for ever: --as-of \\',
      '  token',
      '',
    ]));
});
