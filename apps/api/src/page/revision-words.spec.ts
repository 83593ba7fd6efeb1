import { differenceOf, type CaseRevision } from '@docket/project';
import { revisionsInWords } from './revision-words';

const stated = {
  ...{ name: 'Bridge', summary: 'So.', wholeLifeCost: '12', tags: ['road'] },
  ...{ sponsor: 'grace', manager: 'linus', start: '2027-01-01', finish: '2028-01-01' },
};
type Stated = Parameters<typeof differenceOf>[1];
const revision = (number: number, before: Stated | undefined, after: Stated): CaseRevision => ({
  ...{ number, date: '2026-01-01T00:00:00.000Z', actor: 'p-maya', eventId: `e${number}`, revision: number },
  ...{ differences: differenceOf(before, after), part: null },
});
const first = revision(1, undefined, stated);
const wordsOf = (after: Stated) => revisionsInWords([first, revision(2, stated, after)], 'GBP').get('e2');

describe('what a revision changed, on one line', () => {
  it('is field by field, before and after', () =>
    expect(wordsOf({ ...stated, wholeLifeCost: '15', vendor: 'Bridgeworks' })).toBe(
      'vendor: nothing → Bridgeworks; whole-life cost: GBP 12 → GBP 15',
    ));

  it('is told of each against the one before, and not of what was first stated', () => {
    const renamed = { ...stated, name: 'Bridges' };
    const all = [first, revision(2, stated, renamed), revision(3, renamed, { ...renamed, tags: [] })];
    expect([...revisionsInWords(all, 'GBP')]).toEqual([
      ['e2', 'name: Bridge → Bridges'],
      ['e3', 'tags: road → none'],
    ]);
  });

  it('begins with nobody where a part was declined meanwhile', () => {
    const vacant = { ...stated, sponsor: undefined };
    const declined: CaseRevision = {
      ...revision(2, stated, vacant),
      part: { event: 'PartDeclined', part: 'sponsor', personId: 'grace', reason: 'No.' },
    };
    const named = revision(3, vacant, { ...stated, sponsor: 'joan' });
    expect([...revisionsInWords([first, declined, named], 'GBP')]).toEqual([
      ['e3', 'sponsor: nothing → joan'],
    ]);
  });

  it('stays short', () => {
    const demand = [1, 2, 3, 4, 5, 6].map((month) => ({
      skill: 'welder',
      month: `2027-0${month}`,
      hours: '8',
    }));
    expect(wordsOf({ ...stated, demand })).toMatch(
      /^(demand, welder 2027-0\d: nothing → 8 hours; ){4}and 2 more$/,
    );
    expect(wordsOf({ ...stated, name: 'x'.repeat(90) })).toBe(`name: Bridge → ${'x'.repeat(39)}…`);
  });
});
