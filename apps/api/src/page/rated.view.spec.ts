import type { ExplainedRated } from '@docket/assessment';
import { ratedView } from './rated.view';
import { wordsOf } from './words.fixture';

const shown = { timeZone: 'UTC', kept: { portfolio: 'p' } };
const origin = (number: number) => ({
  ...{ number, eventId: 'e', type: 'CriterionRated.v1', stream: 's', revision: 0 },
  date: '2026-03-02T09:00:00.000Z',
});
const rating = (assessor: string, points: string) => ({
  ...{ assessor, points, meaning: 'Alone.', reason: 'So.', origin: origin(7) },
});
const rated: ExplainedRated = {
  ...{ assessors: 3, lowest: '2', highest: '5', spread: '1.154701' },
  ratings: [rating('p-bea', '2'), rating('p-dina', '5'), rating('nobody-known', '3')],
  notCounted: [{ ...rating('p-carl', '5'), because: 'manager', since: origin(9) }],
};

describe('what assessors gave on a criterion', () => {
  const said = wordsOf(ratedView({ value: '3.333333333333', missing: null }, rated, shown));

  it.each([
    '3.33, mean of 3 assessors, 2 to 5, spread 1.2',
    'Bea Novak (p-bea): 2 (Alone.) “So.”, event 7 of 2026-03-02',
    'nobody-known: 3 (Alone.)',
    'Carl Mbeki (p-carl): 5 (Alone.) “So.”, event 7 of 2026-03-02. Not counted: now its manager, since event 9',
  ])('says: %s', (part) => expect(said).toContain(part));

  it('never calls it reported', () => expect(said).not.toContain('reported'));

  it('is no mean of a single one, and missing where nobody who counts gave any', () => {
    const one = { ...rated, assessors: 1, spread: null, ratings: [rating('p-bea', '2')] };
    expect(wordsOf(ratedView({ value: '2', missing: null }, one, shown))).toContain(
      '2.00, rated by one assessor',
    );
    const none = { ...rated, assessors: 0, lowest: null, highest: null, spread: null, ratings: [] };
    expect(wordsOf(ratedView({ value: null, missing: 'not assessed yet' }, none, shown))).toMatch(
      /^missing: not assessed yet Carl Mbeki/,
    );
  });
});
