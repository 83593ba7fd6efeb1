import type { MoveRow } from './moves.view';

/** Those that only events of others moved: how many, by how many places at most, and because of what, in a sentence. */
export type MovedByOthers = Readonly<{ components: number; mostPlaces: number; sentence: string }>;

/** So many are named as the cause; the others are counted. */
const NAMED = 3;

const placesInWords = (count: number): string => `${count} place${count === 1 ? '' : 's'}`;

const DID: Readonly<Record<MoveRow['kind'], (row: MoveRow) => string>> = {
  entered: () => 'came into the ranking',
  left: () => 'left the ranking',
  'became-ranked': ({ now }) => `got rank ${now.rank ?? ''}`,
  'became-unranked': () => 'lost its rank',
  moved: ({ places }) =>
    places === 0
      ? 'moved among them'
      : `moved ${placesInWords(Math.abs(places))} ${places > 0 ? 'up' : 'down'}`,
  unchanged: () => 'moved and came back',
};

const cause = (row: MoveRow): string => {
  const numbers = row.parts.map(({ number }) => number.toLocaleString('en-GB'));
  const events =
    numbers.length > NAMED
      ? `${numbers.length} events, the last ${numbers.at(-1) ?? ''}`
      : `event${numbers.length > 1 ? 's' : ''} ${numbers.join(', ')}`;
  return `${row.name} ${DID[row.kind](row)} (${events})`;
};

const listed = (said: readonly string[]): string =>
  said.length < 2 ? said.join('') : `${said.slice(0, -1).join('; ')} and ${said.at(-1) ?? ''}`;

/** What became of those that moved by nothing of their own. Rows come in the order of the answer. */
export const movedByOthers = (rows: readonly MoveRow[]): MovedByOthers => {
  const others = rows.filter(({ parts, places }) => parts.length === 0 && places !== 0);
  if (others.length === 0)
    return { components: 0, mostPlaces: 0, sentence: 'Nothing moved by events of others alone.' };
  const causes = rows.filter(({ parts }) => parts.length > 0);
  const rest = causes.length - NAMED;
  const said = [...causes.slice(0, NAMED).map(cause), ...(rest > 0 ? [`${rest} more of those listed`] : [])];
  const mostPlaces = Math.max(...others.map(({ places }) => Math.abs(places)));
  const head = `${others.length} moved by events of others alone, by ${others.length === 1 ? '' : 'at most '}${placesInWords(mostPlaces)}`;
  const because = said.length === 0 ? '' : `: because ${listed(said)}`;
  return { components: others.length, mostPlaces, sentence: `${head}${because}.` };
};
