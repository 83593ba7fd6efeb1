import { SqliteDialect, type SqliteDatabase } from 'kysely';
import type { Database } from './database';
import type { SqlValue, Statement } from './statement';

/** kysely hands over what the query builder was given; what SQLite cannot bind, `node:sqlite` refuses by a TypeError. */
const bindable = (parameters: readonly unknown[]): readonly SqlValue[] => parameters as readonly SqlValue[];

const shaped = (statement: Statement<object>) => ({
  reader: statement.isReader,
  all: (parameters: readonly unknown[]) => statement.all(...bindable(parameters)),
  run: (parameters: readonly unknown[]) => statement.run(...bindable(parameters)),
  iterate: (parameters: readonly unknown[]) => statement.iterate(...bindable(parameters)),
});

/**
 * kysely on an open database. Its transactions take the write lock when they begin: a later upgrade would fail at once,
 * whatever the timeout. `destroy()` leaves the database open: who opened it closes it.
 */
export const sqliteDialect = (database: Database): SqliteDialect => {
  const adapted: SqliteDatabase = {
    prepare: (sql) => shaped(database.prepare(sql === 'begin' ? 'begin immediate' : sql)),
    close: () => undefined,
  };
  return new SqliteDialect({ database: adapted });
};
