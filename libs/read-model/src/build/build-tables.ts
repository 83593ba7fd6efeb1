import type { ColumnKind } from '@docket/kernel';
import type { Kysely, RawBuilder } from 'kysely';
import type { TableLayout } from './table-layout';

/** One line: how far this build has come, for which tables it was made, and whether another took its place. */
export type CheckpointLine = {
  one: number;
  number: number;
  position: string | null;
  layout: string;
  replaced: number;
};

export type NumberLine = {
  number: number;
  position: string;
  event_id: string;
  type: string;
  stream: string;
  revision: number;
  recorded_at: string;
  portfolio: string | null;
  timeline_at: string | null;
};

/** The tables every build has beside those of the contexts. */
export type BuildTables = { checkpoint: CheckpointLine; numbers: NumberLine };

/** What differs between the engines when tables are made. */
export type TableTypes = Readonly<{
  /** Text compared by its bytes. */
  text: RawBuilder<unknown>;
  integer: RawBuilder<unknown>;
  boolean: RawBuilder<unknown>;
  /** A column that numbers its rows itself. */
  identity: RawBuilder<unknown>;
  /** Behind the closing bracket of a table, and of one kept in the order of its primary key. */
  ending: RawBuilder<unknown>;
  sortedEnding: RawBuilder<unknown>;
}>;

const typeOf = (kind: ColumnKind, types: TableTypes): RawBuilder<unknown> =>
  kind === 'integer' ? types.integer : kind === 'boolean' ? types.boolean : types.text;

const createCheckpoint = async (
  db: Kysely<BuildTables>,
  { text, integer, ending }: TableTypes,
  layout: string,
) => {
  await db.schema
    .createTable('checkpoint')
    .addColumn('one', integer, (column) => column.primaryKey())
    .addColumn('number', integer, (column) => column.notNull())
    .addColumn('position', text)
    .addColumn('layout', text, (column) => column.notNull())
    .addColumn('replaced', integer, (column) => column.notNull())
    .modifyEnd(ending)
    .execute();
  await db
    .insertInto('checkpoint')
    .values({ one: 1, number: 0, position: null, layout, replaced: 0 })
    .execute();
};

const createNumbers = async (db: Kysely<BuildTables>, { text, integer, ending }: TableTypes) => {
  await db.schema
    .createTable('numbers')
    .addColumn('number', integer, (column) => column.primaryKey())
    .addColumn('position', text, (column) => column.notNull())
    .addColumn('event_id', text, (column) => column.notNull())
    .addColumn('type', text, (column) => column.notNull())
    .addColumn('stream', text, (column) => column.notNull())
    .addColumn('revision', integer, (column) => column.notNull())
    .addColumn('recorded_at', text, (column) => column.notNull())
    .addColumn('portfolio', text)
    .addColumn('timeline_at', text)
    .modifyEnd(ending)
    .execute();
};

const createTable = async (db: Kysely<BuildTables>, layout: TableLayout, types: TableTypes) => {
  const { text } = types;
  await db.schema
    .createTable(layout.keys)
    .addColumn('_id', types.identity)
    .addColumn('key', text, (column) => column.notNull().unique())
    .addColumn('scope', text, (column) => column.notNull())
    .modifyEnd(types.ending)
    .execute();
  const start = db.schema
    .createTable(layout.versions)
    .addColumn('_key', types.integer, (column) => column.notNull())
    .addColumn('_from', types.integer, (column) => column.notNull())
    .addColumn('_there', types.boolean, (column) => column.notNull());
  await layout.columns
    .reduce((table, column, i) => table.addColumn(column, typeOf(layout.kinds[i] ?? 'text', types)), start)
    .addPrimaryKeyConstraint(`${layout.versions}_pk`, ['_key', '_from'])
    .modifyEnd(types.sortedEnding)
    .execute();
};

type Index = Readonly<{ name: string; table: string; columns: readonly string[] }>;

const OF_NUMBERS: readonly Index[] = [
  { name: 'numbers_by_stream', table: 'numbers', columns: ['stream', 'revision'] },
  { name: 'numbers_by_recording', table: 'numbers', columns: ['recorded_at', 'number'] },
  { name: 'numbers_by_portfolio', table: 'numbers', columns: ['portfolio', 'number'] },
  { name: 'numbers_by_timeline', table: 'numbers', columns: ['portfolio', 'timeline_at', 'number'] },
];

const indexesOf = ({ keys, versions }: TableLayout): readonly Index[] => [
  // without the key: a new one then comes behind the others of its scope, not somewhere among them
  { name: `${keys}_by_scope`, table: keys, columns: ['scope'] },
  { name: `${versions}_by_number`, table: versions, columns: ['_from'] },
];

/** Makes the indexes that only readers need; those that a consumer needs come with the tables. */
export const createIndexes = async (
  db: Kysely<BuildTables>,
  layouts: Readonly<{ all: () => readonly TableLayout[] }>,
): Promise<void> => {
  for (const { name, table, columns } of [...OF_NUMBERS, ...layouts.all().flatMap(indexesOf)])
    await db.schema
      .createIndex(name)
      .ifNotExists()
      .on(table)
      .columns([...columns])
      .execute();
};

/** Makes all tables of an empty build; to be run in one transaction. */
export const createBuildTables = async (
  db: Kysely<BuildTables>,
  layouts: Readonly<{ all: () => readonly TableLayout[]; digest: () => string }>,
  types: TableTypes,
): Promise<void> => {
  await createCheckpoint(db, types, layouts.digest());
  await createNumbers(db, types);
  for (const layout of layouts.all()) await createTable(db, layout, types);
};
