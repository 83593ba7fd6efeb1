import { sql, type RawBuilder } from 'kysely';

/** `unnest` of one array for each column: the statement is the same for any number of rows. */
export const unnested = (
  columns: readonly (readonly [type: string, values: readonly unknown[]])[],
): RawBuilder<unknown> =>
  sql`unnest(${sql.join(columns.map(([type, values]) => sql`${values}::${sql.raw(type)}[]`))})`;
