import { isTaken, notTaken, taken, type Cell } from './cell';
import { readAmount } from './amount-cell';
import type { Column } from './columns';
import { readFrom, readUntil } from './day-cell';
import type { NamedRow, NamedTier } from './named-row';

/** What the reading of cells depends on. `outcomes`: the words there are for them. */
export type Conventions = Readonly<{ currency: string; timeZone: string; outcomes: readonly string[] }>;

type Cells = ReadonlyMap<Column, string>;

/** What is wrong with a cell. */
export type CellTrouble = Readonly<{ column: Column; value: string; reason: string }>;

const listOf = (text: string, apart: RegExp): readonly string[] =>
  text
    .split(apart)
    .map((one) => one.trim())
    .filter((one) => one !== '');

const isAll = (text: string): boolean => /^(?:all|every|any)$/i.test(text);

/** A word of the kind that events hold: small letters, with a hyphen for each blank. */
const word = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, '-');

const KIND = /^[a-z][a-z0-9-]{0,39}$/;
const MOST_WORDS = 50;

const readWords = (
  text: string,
  wrong: (word: string) => boolean,
  help: string,
): Cell<readonly string[] | null> => {
  if (isAll(text)) return taken(null);
  const words = listOf(text, /[;,]/).map(word);
  if (words.length === 0 || words.length > MOST_WORDS) return notTaken(help);
  const unknown = words.find(wrong);
  return unknown === undefined ? taken(words) : notTaken(`"${unknown}" is none. ${help}`);
};

const readKinds = (text: string) =>
  text === ''
    ? notTaken('A row says for which kind of decision it is. Write "all" for every kind.')
    : readWords(
        text,
        (one) => !KIND.test(one),
        'Kinds are words such as capital or contract-variation, with ; between them.',
      );

const readOutcomes = (text: string, { outcomes }: Conventions) =>
  text === ''
    ? taken(null)
    : readWords(
        text,
        (one) => !outcomes.includes(one),
        `Outcomes are ${outcomes.join(', ')}; leave the cell empty for all.`,
      );

const readDomains = (text: string): Cell<readonly string[] | null> => {
  if (text === '' || isAll(text)) return taken(null);
  const names = listOf(text, /;/);
  return names.length > 0 && names.length <= MOST_WORDS
    ? taken(names)
    : notTaken('Name 1 to 50 nodes, with ; between them.');
};

const isUnlimited = (text: string): boolean => /^(?:unlimited|no limit|without limit)$/i.test(text);

const readPerDecision = (text: string, { currency }: Conventions) => {
  if (text === '') return notTaken('An empty cell could be forgotten. Write the limit, or "unlimited".');
  return isUnlimited(text) ? taken(null) : readAmount(text, currency);
};

const PERIODS = {
  month: /^(?:per |a )?month(?:ly)?$/i,
  quarter: /^(?:per |a )?quarter(?:ly)?$/i,
  year: /^(?:per |a )?(?:year(?:ly)?|annum|annual(?:ly)?)$/i,
};
type Period = keyof typeof PERIODS;

const readPeriod = (text: string): Cell<Period> => {
  const found = (['month', 'quarter', 'year'] as const).find((period) => PERIODS[period].test(text));
  return found ? taken(found) : notTaken('A period is month, quarter or year.');
};

const readPerPeriod = (
  cells: Cells,
  { currency }: Conventions,
): Cell<NamedTier['perPeriod']> & { column?: Column } => {
  const [limit, period] = [cells.get('limit per period') ?? '', cells.get('period') ?? ''];
  const none = limit === '' || isUnlimited(limit);
  if (none && period === '') return taken(null);
  if (none)
    return {
      ...notTaken('There is a period, and no limit for it. Write the limit, or leave both empty.'),
      column: 'limit per period',
    };
  const amount = readAmount(limit, currency);
  if (!isTaken(amount)) return { ...amount, column: 'limit per period' };
  const unit = readPeriod(period);
  return isTaken(unit) ? taken({ amount: amount.value, period: unit.value }) : { ...unit, column: 'period' };
};

const readYesNo = (text: string): Cell<boolean> => {
  if (/^(?:yes|y|true)$/i.test(text)) return taken(true);
  return /^(?:no|n|false|)$/i.test(text) ? taken(false) : notTaken('Write yes or no; an empty cell is no.');
};

const readHours = (text: string): Cell<number | null> => {
  if (text === '') return taken(null);
  const hours = Number(text);
  return /^\d{1,4}$/.test(text) && hours >= 1 && hours <= 8_784
    ? taken(hours)
    : notTaken('Whole hours, from 1 to 8784; leave the cell empty where nobody may call in.');
};

const needed = (text: string, help: string): Cell<string> => (text === '' ? notTaken(help) : taken(text));

const orNull = <T>(text: string, read: (text: string) => Cell<T>): Cell<T | null> =>
  text === '' ? taken(null) : read(text);

const isPortfolio = (text: string): boolean => /^(?:the )?portfolio$/i.test(text);

const readGrantedBy = (text: string): Cell<string | null> => {
  const named = needed(text, 'A row says who grants it: a body, or "portfolio".');
  return isTaken(named) && isPortfolio(named.value) ? taken(null) : named;
};

/** The row that cells make, or all that is wrong with them. */
export const readRow = (
  line: number,
  cells: Cells,
  given: Conventions,
): NamedRow | readonly CellTrouble[] => {
  const troubles: CellTrouble[] = [];
  const text = (column: Column): string => cells.get(column) ?? '';
  const take = <T>(column: Column, cell: Cell<T> & { column?: Column }, instead: T): T => {
    if (isTaken(cell)) return cell.value;
    const where = cell.column ?? column;
    troubles.push({ column: where, value: text(where), reason: cell.reason });
    return instead;
  };
  const { timeZone } = given;
  const row: NamedRow = {
    ...{ line, cells },
    reference: text('reference') || null,
    holder: take('holder', needed(text('holder'), 'A row says which body holds it.'), ''),
    grantedBy: take('granted by', readGrantedBy(text('granted by')), null),
    partOf: text('part of') || null,
    domains: take('domain', readDomains(text('domain')), null),
    kinds: take('kind', readKinds(text('kind')), null),
    outcomes: take('outcomes', readOutcomes(text('outcomes'), given), null),
    perDecision: take('limit per decision', readPerDecision(text('limit per decision'), given), null),
    perPeriod: take('limit per period', readPerPeriod(cells, given), null),
    from: take(
      'from',
      orNull(text('from'), (one) => readFrom(one, timeZone)),
      null,
    ),
    until: take(
      'until',
      orNull(text('until'), (one) => readUntil(one, timeZone)),
      null,
    ),
    maySubDelegate: take('may sub-delegate', readYesNo(text('may sub-delegate')), false),
    callInHours: take('call-in hours', readHours(text('call-in hours')), null),
  };
  return troubles.length > 0 ? troubles : row;
};
