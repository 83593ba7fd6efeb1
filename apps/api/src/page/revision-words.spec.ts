import type { TraceEntry } from '../http/trace';
import { revisionsInWords } from './revision-words';

const happened = (eventId: string, type: string, details: object): TraceEntry => ({
  number: 7,
  eventId,
  revision: 0,
  type,
  date: null,
  recordedAt: '2026-01-01T00:00:00.000Z',
  knownAt: null,
  actor: 'p-maya',
  authentication: 'local-session',
  commandId: 'command',
  correlationId: 'conversation',
  causationId: null,
  guards: [],
  details: { projectId: 'bridge', ...details },
});
const stated = { name: 'Bridge', wholeLifeCost: '12', tags: ['road'] };
const proposed = happened('e1', 'ProjectProposed', { portfolioId: 'p', proposer: 'p-maya', ...stated });
const wordsOf = (after: object) =>
  revisionsInWords([proposed, happened('e2', 'ProposalRevised', after)], 'GBP').get('e2');

describe('what a revision changed, on one line', () => {
  it('is field by field, before and after', () =>
    expect(wordsOf({ ...stated, wholeLifeCost: '15', vendor: 'Bridgeworks' })).toBe(
      'vendor: nothing → Bridgeworks; whole-life cost: GBP 12 → GBP 15',
    ));

  it('is told of revisions alone, each against the one before', () => {
    const entries = [
      proposed,
      happened('e2', 'MotionClaimed', {}),
      happened('e3', 'ProposalRevised', { ...stated, name: 'Bridges' }),
      happened('e4', 'BusinessCaseRevised', { ...stated, name: 'Bridges', tags: [] }),
    ];
    expect([...revisionsInWords(entries, 'GBP')]).toEqual([
      ['e3', 'name: Bridge → Bridges'],
      ['e4', 'tags: road → none'],
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
