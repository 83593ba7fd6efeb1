/** A long list by columns: each name once, then the values row by row. */
export type Columnar = Readonly<{ columns: readonly string[]; rows: readonly (readonly unknown[])[] }>;

/** Rows of one shape as columns; a field a row does not have is null. */
export const toColumns = (rows: readonly object[]): Columnar => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    columns,
    rows: rows.map((row) => columns.map((name) => (row as Record<string, unknown>)[name] ?? null)),
  };
};
