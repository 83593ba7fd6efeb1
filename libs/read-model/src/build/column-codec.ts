import { BatchRefused, type ColumnKind, type Json } from '@docket/kernel';

/** What is bound for a column: both engines keep each of these exactly (SQLite a boolean as 0 or 1). */
export type Cell = string | number | boolean | null;

const ESCAPED = '\u0001';
const DECIMAL = /^-?\d+(\.\d+)?$/;

/**
 * Any string as one that both engines keep: neither stores half a surrogate pair, and PostgreSQL no zero character. Such a text
 * is written as JSON behind a mark; equal texts stay equal and different ones different.
 */
export const escapeText = (text: string): string =>
  text.charCodeAt(0) === 1 || text.includes('\u0000') || !text.isWellFormed()
    ? ESCAPED + JSON.stringify(text)
    : text;

/** The string that was escaped. */
export const unescapeText = (stored: string): string =>
  stored.charCodeAt(0) === 1 ? (JSON.parse(stored.slice(1)) as string) : stored;

const refuse = (kind: ColumnKind, value: unknown): never => {
  throw new BatchRefused(`${JSON.stringify(value)?.slice(0, 100) ?? typeof value} is no ${kind}.`);
};

type ColumnCodec = Readonly<{ encode: (value: Json) => Cell; decode: (cell: unknown) => Json }>;

/** How a value of each kind is written and read; null is handled before. */
const CODECS: { readonly [K in ColumnKind]: ColumnCodec } = {
  text: {
    encode: (value) => (typeof value === 'string' ? escapeText(value) : refuse('text', value)),
    decode: (cell) => unescapeText(cell as string),
  },
  integer: {
    encode: (value) => (Number.isSafeInteger(value) ? Number(value) + 0 : refuse('integer', value)),
    decode: (cell) => cell as number,
  },
  decimal: {
    encode: (value) => (typeof value === 'string' && DECIMAL.test(value) ? value : refuse('decimal', value)),
    decode: (cell) => cell as string,
  },
  boolean: {
    encode: (value) => (typeof value === 'boolean' ? value : refuse('boolean', value)),
    decode: (cell) => cell === true || cell === 1,
  },
  json: {
    encode: (value) => JSON.stringify(value) ?? refuse('json', value),
    decode: (cell) => JSON.parse(cell as string) as Json,
  },
};

/** @throws BatchRefused when the value is not of the kind */
export const encodeCell = (kind: ColumnKind, value: Json | undefined): Cell =>
  value === null || value === undefined ? null : CODECS[kind].encode(value);

/** Whether JSON gives the value back as it is: no field is undefined, no number none, no object of a class of its own. */
const isPlain = (value: unknown): boolean => {
  if (value === null) return true;
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0);
    case 'object':
      return Array.isArray(value) ? arePlain(value) : isPlainObject(value);
    default:
      return false;
  }
};

/** By a loop, which also comes by the holes of a list. */
const arePlain = (values: readonly unknown[]): boolean => {
  for (const one of values) if (!isPlain(one)) return false;
  return true;
};

const isPlainObject = (value: object): boolean => {
  if (Object.getPrototypeOf(value) !== Object.prototype || 'toJSON' in value) return false;
  // a list of the values would be made for this alone
  for (const field in value) if (!isPlain((value as Readonly<Record<string, unknown>>)[field])) return false;
  return true;
};

/** What would be read back of a value whose cell this is: itself where nothing about it would change. */
export const readBackOf = (kind: ColumnKind, value: Json, cell: Cell): Json => {
  if (cell === null) return null;
  return kind === 'json' && isPlain(value) ? value : CODECS[kind].decode(cell);
};

/** How a cell of the kind that is not null is read. */
export const decoderOf = (kind: ColumnKind): ((cell: unknown) => Json) => CODECS[kind].decode;
