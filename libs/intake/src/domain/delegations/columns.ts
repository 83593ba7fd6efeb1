/** The columns of a scheme of delegation, as they are written, in the order of an export. */
export const COLUMNS = [
  'reference',
  'holder',
  'granted by',
  'part of',
  'domain',
  'kind',
  'outcomes',
  'limit per decision',
  'limit per period',
  'period',
  'from',
  'until',
  'may sub-delegate',
  'call-in hours',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Without these nobody knows who may decide what, and up to which value. */
const REQUIRED: readonly Column[] = ['holder', 'granted by', 'kind', 'limit per decision'];

/** Other names people give them. */
const ALIASES: Readonly<Record<string, Column>> = {
  ref: 'reference',
  no: 'reference',
  body: 'holder',
  held_by: 'holder',
  holder_body: 'holder',
  delegated_by: 'granted by',
  domains: 'domain',
  kinds: 'kind',
  kind_of_decision: 'kind',
  outcome: 'outcomes',
  per_decision: 'limit per decision',
  per_period: 'limit per period',
  valid_from: 'from',
  first_day: 'from',
  valid_until: 'until',
  last_day: 'until',
  sub_delegate: 'may sub-delegate',
  sub_delegation: 'may sub-delegate',
  call_in: 'call-in hours',
};

/** A header without capitals, signs, and what stands in brackets at its end, such as a currency. */
const plain = (header: string): string =>
  header
    .toLowerCase()
    .replace(/\([^()]*\)\s*$/, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

const BY_NAME: ReadonlyMap<string, Column> = new Map([
  ...COLUMNS.map((column) => [plain(column), column] as const),
  ...Object.entries(ALIASES),
]);

/** The column a header names; `undefined` where it is none of a scheme. */
export const columnOf = (header: string): Column | undefined => BY_NAME.get(plain(header));

/** Where each column stands in a file; what stands twice is told by `repeatedColumn`. */
export const layoutOf = (header: readonly string[]): ReadonlyMap<Column, number> =>
  new Map(
    header.flatMap((name, at) => {
      const column = columnOf(name);
      return column ? [[column, at] as const] : [];
    }),
  );

/** The first column that two headers name. */
export const repeatedColumn = (header: readonly string[]): Column | undefined => {
  const named = header.flatMap((name) => columnOf(name) ?? []);
  return named.find((column, at) => named.indexOf(column) < at);
};

export const missingColumns = (header: readonly string[]): readonly Column[] => {
  const layout = layoutOf(header);
  return REQUIRED.filter((column) => !layout.has(column));
};
