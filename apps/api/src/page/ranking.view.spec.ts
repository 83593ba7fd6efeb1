import { rankingView, type RankingPage } from './ranking.view';

const criterion = (id: string, name: string, maximum: string) => ({ id, name, scale: { maximum } });

const page: RankingPage = {
  asOf: {
    token: 'token',
    number: 7,
    recordedNumber: 7,
    at: '2020-01-01T04:59:59.999Z',
    log: 'log',
    definition: 'definition',
  },
  kept: { portfolio: 'works', asOf: '2019-12-31' },
  portfolio: { name: 'Works', timeZone: 'America/New_York' },
  model: { name: 'Out of a hundred' },
  criteria: [criterion('cost', 'Whole-life cost', '100'), criterion('slip', 'Late by', '10')],
  notices: [],
  rows: [
    {
      rank: 1,
      reason: 'Lifted most by Whole-life cost (90.12 of 100).',
      id: 'bridge',
      name: 'Bridge',
      score: '95.125',
      coverage: '1',
      tieBreak: [{ key: 'score' }],
      contributions: [
        { criterion: 'slip', points: '5' },
        { criterion: 'cost', points: '90.125' },
      ],
    },
  ],
  days: [],
};

const shownBy = (given: RankingPage): string => rankingView(given).text.replace(/\s+/g, ' ');

describe('the ranking page', () => {
  const text = shownBy(page);

  it('names the day that was asked, as the portfolio counts days', () =>
    expect(text).toContain('as of 2019-12-31.'));

  it('says what the model gives at most, and draws every bar within it', () => {
    expect(text).toContain('Score (0–100)');
    const bars = [...text.matchAll(/<rect class="k\d" x="([\d.]+)" width="([\d.]+)"/g)];
    expect(bars.map(([, x, width]) => [x, width])).toEqual([
      ['0.0', '7.5'],
      ['7.5', '135.2'],
    ]);
  });

  it('calls criteria what the model calls them', () => {
    expect(text).toContain('aria-label="Late by: 5.00, Whole-life cost: 90.12"');
    expect(text).toMatch(/class="legend">.*Whole-life cost.*Late by.*<\/div>/);
  });

  it('rounds a score as its reason does', () => expect(text).toContain('<td class="n">95.12</td>'));
});
