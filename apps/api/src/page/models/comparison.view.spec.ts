import type { ModelComparison } from '@docket/assessment';
import { wordsOf } from '../words.fixture';
import { comparisonForm, comparisonView } from './comparison.view';

const worth = { id: 'w', name: 'Worth', status: 'published' } as const;
const next = { id: 'n', name: 'Next', status: 'draft' } as const;
const stand = (rank: number | null, score: string | null) => ({ rank, score, coverage: '1', reason: 'So.' });
const comparison: ModelComparison = {
  portfolio: { id: 'p', name: 'Works' },
  model: next,
  against: worth,
  notices: [{ code: 'ratings-carried', text: 'Ratings are carried.' }],
  carried: [{ criterion: 'fit', name: 'Fit', from: worth, as: 'fit', components: 1 }],
  own: { ranked: 0, unranked: 3 },
  heads: { moved: 2, same: 1, gainRank: 0, loseRank: 1, rankedByNeither: 1 },
  rows: [
    {
      id: 'b',
      name: 'Bridge',
      rankedBy: 'both',
      model: stand(1, '3'),
      against: stand(3, '2'),
      moved: 2,
      carried: ['fit'],
    },
    {
      id: 'd',
      name: 'Dock',
      rankedBy: 'both',
      model: stand(2, '2'),
      against: stand(1, '4'),
      moved: -1,
      carried: [],
    },
    {
      id: 'f',
      name: 'Ferry',
      rankedBy: 'against',
      model: stand(null, null),
      against: stand(2, '3'),
      moved: null,
      carried: [],
    },
    {
      id: 'c',
      name: 'Canal',
      rankedBy: 'both',
      model: stand(4, '1'),
      against: stand(4, '1'),
      moved: 0,
      carried: [],
    },
    {
      id: 'y',
      name: 'Yard',
      rankedBy: 'neither',
      model: stand(null, null),
      against: stand(null, null),
      moved: null,
      carried: [],
    },
  ],
};
const kept = { portfolio: 'works', asOf: '12', model: 'Worth' };

describe('a comparison of two models', () => {
  const said = wordsOf(comparisonView(comparison, kept));

  it.each([
    '“Next” instead of “Worth”',
    '2 moved; 0 gain a rank (ranked only by “Next”); 1 lose it (ranked only by “Worth”); 1 of the same rank by both; 1 ranked by neither, not listed here.',
    'with the ratings it has of its own, 0 would stand ranked and 3 unranked',
    'Ratings are carried.',
    'Bridge 3 (2.000) 1 (3.000) 2 up Fit by “Worth”',
    'Dock 1 (4.000) 2 (2.000) 1 down',
    'Ferry 2 (3.000) unranked ranked only by “Worth”',
    'Canal 4 (1.000) 4 (1.000) the same place',
  ])('says: %s', (part) => expect(said).toContain(part));

  it('leaves out who is ranked by neither', () => expect(said).not.toContain('Yard'));

  it('leads to each project at the same moment', () =>
    expect(comparisonView(comparison, kept).text).toContain('project=b&amp;asOf=12&amp;model=Worth'));
});

describe('the form that asks for one', () => {
  it('keeps what else was asked, and what is chosen', () => {
    const { text } = comparisonForm([worth, next], kept, { compare: 'n', against: 'Worth' });
    expect(text).toMatch(/type="hidden" name="asOf" value="12"/);
    expect(text.replace(/\s+/g, ' ')).toMatch(/<option value="n" selected>/);
    expect(text.replace(/\s+/g, ' ')).toMatch(/<option value="w" selected>/);
    expect(text).toContain('no comparison');
    expect(comparisonForm([worth], kept, {}).text).not.toContain('no comparison');
  });

  it('is none where there is no model', () => expect(comparisonForm([], kept, {}).text).toBe(''));
});
