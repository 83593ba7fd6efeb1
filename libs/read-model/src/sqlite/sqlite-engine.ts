import { BatchRefused, ReadModelUnavailable, type Batch, type Checkpoint, type Fence } from '@docket/kernel';
import {
  isDiskTrouble,
  sqliteCode,
  SqliteCode,
  sqliteDialect,
  type Database,
  type SqlValue,
  type Statement,
} from '@docket/sqlite';
import { Kysely, sql, type RawBuilder } from 'kysely';
import type { BuildEngine } from '../build/build';
import type { BuildTables } from '../build/build-tables';
import { columnsOf, tablesIn } from '../build/names';
import type { Layouts, TableLayout } from '../build/table-layout';
import type { LeaseBook } from './folder-leases';
import { SqliteNumberQueries } from './sqlite-number-queries';
import { SqliteWriter } from './sqlite-writer';

type Cells = readonly unknown[];

const table = tablesIn('main');

/**
 * One build in one file, on one connection. A commit is a single synchronous call, so that no reader of this process can
 * fall into it; readers of other threads have connections of their own, which the write-ahead log lets go on.
 */
export class SqliteEngine implements BuildEngine {
  readonly schema = 'main';
  readonly db: Kysely<BuildTables>;
  readonly queries: SqliteNumberQueries;
  private readonly statements = new Map<string, Statement<Cells>>();
  private readonly writer: SqliteWriter;

  constructor(
    readonly database: Database,
    layouts: Layouts,
    private readonly leases: LeaseBook,
  ) {
    this.db = new Kysely<BuildTables>({ dialect: sqliteDialect(database) });
    this.queries = new SqliteNumberQueries(this.db, database);
    this.writer = new SqliteWriter(database, layouts);
  }

  async rows(query: RawBuilder<unknown>): Promise<readonly Cells[]> {
    const { sql: text, parameters } = query.compile(this.db);
    const statement = this.statements.get(text) ?? this.database.prepareArrays<Cells>(text);
    this.statements.set(text, statement);
    return statement.all(...(parameters as readonly SqlValue[]));
  }

  /** Keys first, then one seek each: left to itself, the planner scans the whole history. */
  asOfForm(layout: TableLayout, number: number, scope: string | undefined): RawBuilder<unknown> {
    const inScope = scope === undefined ? sql`` : sql`where scope = ${scope}`;
    return this.seekingForm(
      layout,
      sql`select _id, key, scope from ${table(layout.keys)} ${inScope}`,
      number,
    );
  }

  latestForm(layout: TableLayout, keys: readonly string[]): RawBuilder<unknown> {
    const wanted = sql`select k._id, k.key, k.scope
      from json_each(${JSON.stringify(keys)}) e cross join ${table(layout.keys)} k on k.key = e.value`;
    return this.seekingForm(layout, wanted, Number.MAX_SAFE_INTEGER);
  }

  async commit(batch: Batch, to: Checkpoint, fence: Fence | undefined): Promise<void> {
    if (fence) this.leases.check(fence);
    this.writer.commit(batch, to);
  }

  explained(error: unknown): unknown {
    if (isDiskTrouble(error))
      return new ReadModelUnavailable('The disk of the read model did not do what was asked of it.', {
        cause: error,
      });
    return sqliteCode(error) === SqliteCode.constraint
      ? new BatchRefused('The batch holds a number, or a version of a row, that is already there.', {
          cause: error,
        })
      : error;
  }

  close(): void {
    this.database.close();
  }

  private seekingForm(layout: TableLayout, keys: RawBuilder<unknown>, number: number): RawBuilder<unknown> {
    const versions = table(layout.versions);
    return sql`with k as materialized (${keys})
      select k.key, k.scope, ${columnsOf('v', layout.columns)}
      from k cross join ${versions} v on v._key = k._id and v._from =
        (select w._from from ${versions} w where w._key = k._id and w._from <= ${number} order by w._from desc limit 1)
      where v._there = 1`;
  }
}
