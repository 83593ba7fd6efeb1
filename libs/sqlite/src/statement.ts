import type { StatementSync } from 'node:sqlite';

/** What a parameter can be; `undefined` and booleans are refused by SQLite. */
export type SqlValue = null | number | bigint | string | Uint8Array;

/** A prepared statement. The shape of a row is the word of who wrote the SQL: SQLite knows values, not types. */
export class Statement<Row> {
  constructor(private readonly statement: StatementSync) {}

  /** Whether running it gives rows. */
  get isReader(): boolean {
    return this.statement.columns().length > 0;
  }

  all(...values: readonly SqlValue[]): Row[] {
    return this.statement.all(...values) as Row[];
  }

  get(...values: readonly SqlValue[]): Row | undefined {
    return this.statement.get(...values) as Row | undefined;
  }

  /** Rows one by one. To be consumed without an `await` in between: the statement is busy until the loop ends. */
  iterate(...values: readonly SqlValue[]): IterableIterator<Row> {
    return this.statement.iterate(...values) as IterableIterator<Row>;
  }

  /** Runs it for its effect: how many rows changed, and the last row id given. */
  run(
    ...values: readonly SqlValue[]
  ): Readonly<{ changes: number | bigint; lastInsertRowid: number | bigint }> {
    return this.statement.run(...values);
  }
}
