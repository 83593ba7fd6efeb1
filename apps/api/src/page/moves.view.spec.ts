import type { ToldComponentMoves, ToldMoves, ToldRow } from '../http/moved-events';
import { movedProjectView, movesView, type MovesPage } from './moves.view';
import { wordsOf } from './words.fixture';

const moved: ToldRow = {
  id: 'bridge',
  name: 'Bridge',
  kind: 'moved',
  then: { rank: 3, score: '2.5' },
  now: { rank: 1, score: '3' },
  score: '0.5',
  places: 2,
  placesByOthers: -1,
  parts: [
    {
      number: 7,
      eventId: 'e',
      type: 'StatusReported.v2',
      date: '2020-07-01T12:00:00.000Z',
      ...{ stream: 's', revision: 2, changes: [], ratings: [], fields: [], moreFields: 0 },
      ...{ actor: 'p-bea', sentence: 'p-bea rated Fit 4 instead of 2', reason: 'The new rail link.' },
      component: { id: 'bridge', name: 'Bridge' },
      score: '0.5',
      places: 3,
      turn: 'became-ranked',
    },
  ],
};
const page: MovesPage = {
  kept: { portfolio: 'works', model: 'Worth' },
  since: '2019-12-31',
  asOf: {
    token: 'token',
    number: 9,
    recordedNumber: 9,
    at: '2021-01-01T12:00:00.000Z',
    log: 'l',
    definition: 'd',
  },
  portfolio: { name: 'Works', timeZone: 'UTC' },
  days: ['2019-12-31', '2021-12-31'],
  moves: {
    model: { name: 'Worth' },
    notices: [{ text: 'The history was open.' }],
    since: { number: 4, at: '2019-12-31T23:59:59.999Z' },
    rows: [moved, { ...moved, id: 'port', name: 'Port', parts: [], places: -1 }],
    byOthers: { components: 1, mostPlaces: 1, sentence: '1 moved by events of others alone.' },
  } as unknown as ToldMoves,
};

describe('what moved since a day', () => {
  const said = wordsOf(movesView(page));

  it.each([
    'From event 4, 2019-12-31, to now, both ranked by “Worth”.',
    'The history was open.',
    'Bridge 2 places up 3. (2.500) 1. (3.000)',
    'Bea Novak (p-bea) rated Fit 4 instead of 2: “The new rail link.” (event 7, 2020-07-01): +0.500, 3 places up, became ranked',
    'events of others: 1 place down',
    '1 moved by events of others alone. The page of each project',
  ])('says: %s', (part) => expect(said).toContain(part));

  it('tells those that only others moved in one line', () => expect(said).not.toContain('Port'));

  it('leads to each project by the same model', () =>
    expect(movesView(page).text).toContain(
      'href="/project?portfolio=works&amp;project=bridge&amp;model=Worth"',
    ));

  it('offers only days before the moment that is shown', () =>
    expect([...movesView(page).text.matchAll(/since=([\d-]+)/g)].map(([, day]) => day)).toEqual([
      '2019-12-31',
    ]));

  it('asks for a day first, and says where nothing moved', () => {
    expect(wordsOf(movesView({ ...page, moves: undefined }))).toContain('Give a day');
    const still = {
      ...page,
      moves: { ...page.moves, rows: [], byOthers: { components: 0 } } as unknown as ToldMoves,
    };
    expect(wordsOf(movesView(still))).toContain('Nothing moved since 2019-12-31.');
  });
});

describe('what moved one project, on its page', () => {
  const [own] = moved.parts;
  if (!own) throw new Error('There is one.');
  const other = { ...own, component: { id: 'port', name: 'Port' }, reason: null, score: '0', turn: null };
  const asked = (parts: ToldRow['parts']) =>
    movedProjectView({
      ...{ since: '2020-01-01', kept: page.kept, portfolio: page.portfolio },
      moves: { ...page.moves, row: { ...moved, parts } } as unknown as ToldComponentMoves,
    });
  const others = Array.from({ length: 11 }, (_, at) => ({ ...other, number: 20 + at, places: 1 }));
  const said = wordsOf(asked([own, { ...other, number: 8, places: -2, turn: 'left' }, ...others]));

  it.each([
    'Since 2020-01-01, both moments ranked by “Worth”: 2 places up, 3. (2.500) → 1. (3.000).',
    'rated Fit 4 instead of 2: “The new rail link.” (event 7, 2020-07-01): +0.500, 3 places up, became ranked',
    'Events of others, the largest first: Port, which left: Bea Novak (p-bea) rated',
    '2 more events of others: together 2 places up',
  ])('says: %s', (part) => expect(said).toContain(part));

  it('says where nothing of its own did', () =>
    expect(wordsOf(asked([other]))).toContain('No event of its own moved it. Events of others'));
});
