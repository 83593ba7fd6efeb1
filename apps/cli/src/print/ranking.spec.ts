import { rankingTable, type RankingAnswer } from './ranking';

const row = (rank: number | null, name: string, score: string | null): RankingAnswer['rows'][number] => ({
  rank,
  name,
  score,
  reason: null,
  coverage: '1',
  contributions: [],
});

const answer: RankingAnswer = {
  asOf: { token: 'token', number: 7, at: '2020-01-01T04:59:59.999Z' },
  portfolio: { name: 'Works' },
  model: { name: 'Out of a hundred' },
  notices: [],
  rows: [row(1, 'Bridge', '100'), row(2, 'Tunnel', '9.0625'), row(null, 'Quay', null)],
};

describe('a ranking in a terminal', () => {
  const lines = rankingTable(answer, 'America/New_York', 60).split('\n');

  it('names the day that was asked, as the portfolio counts days', () =>
    expect(lines.slice(0, 3).join(' ').trim()).toBe(
      'Works, ranked by Out of a hundred, as of 2020-01-01T04:59:59.999Z (event 7), on 2019-12-31 in America/New_York',
    ));

  it('ends with the command that gives the same, whatever the portfolio is called and is published later', () => {
    const lines = rankingTable({ ...answer, portfolio: { name: "Pat's works" } }, 'UTC').split('\n');
    expect(lines.slice(-4, -1)).toEqual([
      "  docket rank --portfolio 'Pat'\\''s works' \\",
      "  --model 'Out of a hundred' --as-of \\",
      '  token',
    ]);
  });

  it('shows every score whole', () =>
    expect(lines.slice(lines.findIndex((line) => line.startsWith('rank'))).slice(0, 4)).toEqual([
      'rank  project, and why it stands there          score   data',
      '   1  Bridge                                  100.000  100 %',
      '   2  Tunnel                                    9.062  100 %',
      '   –  Quay                                          –  100 %',
    ]));
});
