import { sql, type RawBuilder } from 'kysely';
import { columnsOf, tablesIn } from './names';
import type { TableLayout } from './table-layout';

type Form = RawBuilder<unknown>;

const versionColumns = (layout: TableLayout): Form =>
  sql`k.key, k.scope, v._from, v._there, ${columnsOf('v', layout.columns)}`;

/** The version of one key valid at a number: one seek. Key, scope, from, there, columns. */
export const rowForm = (schema: string, layout: TableLayout, number: number, key: string): Form => {
  const table = tablesIn(schema);
  return sql`select ${versionColumns(layout)}
    from ${table(layout.keys)} k cross join ${table(layout.versions)} v
    where k.key = ${key} and v._key = k._id and v._from <= ${number}
    order by v._from desc limit 1`;
};

/** Every version of one key, oldest first. */
export const historyForm = (schema: string, layout: TableLayout, key: string): Form => {
  const table = tablesIn(schema);
  return sql`select ${versionColumns(layout)}
    from ${table(layout.keys)} k cross join ${table(layout.versions)} v
    where k.key = ${key} and v._key = k._id
    order by v._from`;
};

/** Versions that began in a range: by number, or of one scope by seeking the range of each of its keys. */
export const changedForm = (
  schema: string,
  layout: TableLayout,
  { after, upTo }: Readonly<{ after: number; upTo: number }>,
  scope: string | undefined,
): Form => {
  const table = tablesIn(schema);
  const inRange = sql`v._key = k._id and v._from > ${after} and v._from <= ${upTo}`;
  return scope === undefined
    ? sql`select ${versionColumns(layout)}
        from ${table(layout.versions)} v cross join ${table(layout.keys)} k where ${inRange}`
    : sql`select ${versionColumns(layout)}
        from ${table(layout.keys)} k cross join ${table(layout.versions)} v where k.scope = ${scope} and ${inRange}`;
};
