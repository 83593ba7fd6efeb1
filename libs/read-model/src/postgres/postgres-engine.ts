import {
  BatchRefused,
  BuildReplaced,
  ReadModelUnavailable,
  type Batch,
  type Checkpoint,
  type Fence,
} from '@docket/kernel';
import {
  DatabaseUnavailable,
  postgresCode,
  postgresDialect,
  UnsuitableDatabase,
  type Patience,
  type Pool,
} from '@docket/postgres';
import { Kysely, sql, type RawBuilder } from 'kysely';
import type { BuildEngine } from '../build/build';
import type { BuildTables } from '../build/build-tables';
import { columnsOf, tablesIn } from '../build/names';
import { NumberQueries } from '../build/number-queries';
import type { Layouts, TableLayout } from '../build/table-layout';
import { PostgresWriter } from './postgres-writer';

const UNIQUE_VIOLATION = '23505';
/** No such schema, no such table: the build was dropped. */
const GONE: ReadonlySet<string | undefined> = new Set(['3F000', '42P01']);

/** An error of PostgreSQL in the words of the read model's port; every other as it came. */
export const explained = (error: unknown): unknown => {
  if (error instanceof DatabaseUnavailable) return new ReadModelUnavailable(error.message, { cause: error });
  if (postgresCode(error) === UNIQUE_VIOLATION)
    return new BatchRefused('The batch holds a number, or a version of a row, that is already there.', {
      cause: error,
    });
  if (GONE.has(postgresCode(error)))
    return new BuildReplaced('The tables of this build are not there any more.', { cause: error });
  return error;
};

/** One build in a schema of its own. */
export class PostgresEngine implements BuildEngine {
  readonly db: Kysely<BuildTables>;
  readonly queries: NumberQueries;
  private readonly writer: PostgresWriter;
  private readonly table: (name: string) => RawBuilder<unknown>;

  constructor(
    private readonly pool: Pool,
    readonly schema: string,
    layouts: Layouts,
    installation: string,
  ) {
    this.db = new Kysely<BuildTables>({ dialect: postgresDialect(pool) }).withSchema(schema);
    this.queries = new NumberQueries(this.db);
    this.writer = new PostgresWriter(pool, this.db, schema, layouts, installation);
    this.table = tablesIn(schema);
  }

  rows(query: RawBuilder<unknown>, patience?: Patience): Promise<readonly (readonly unknown[])[]> {
    return this.pool.rows(query.compile(this.db), patience);
  }

  asOfForm(layout: TableLayout, number: number, scope: string | undefined): RawBuilder<unknown> {
    const inScope = scope === undefined ? sql`true` : sql`k.scope = ${scope}`;
    return this.seekingForm(layout, inScope, number);
  }

  latestForm(layout: TableLayout, keys: readonly string[]): RawBuilder<unknown> {
    return this.seekingForm(layout, sql`k.key = any(${keys}::text[])`, Number.MAX_SAFE_INTEGER);
  }

  commit(batch: Batch, to: Checkpoint, fence: Fence | undefined): Promise<void> {
    return this.writer.commit(batch, to, fence);
  }

  /** A right that was taken from our role since the start may be given back: that is waited for, and who asks is told what helps. */
  explained(error: unknown): unknown {
    return error instanceof UnsuitableDatabase
      ? new ReadModelUnavailable(error.message, { cause: error })
      : explained(error);
  }

  /** The pool is closed by who opened it. */
  close(): void {}

  /** One seek for each key: a join on the range would read the whole history. */
  private seekingForm(
    layout: TableLayout,
    isWanted: RawBuilder<unknown>,
    number: number,
  ): RawBuilder<unknown> {
    return sql`select k.key, k.scope, ${columnsOf('v', layout.columns)}
      from ${this.table(layout.keys)} k cross join lateral (
        select * from ${this.table(layout.versions)} w
        where w._key = k._id and w._from <= ${number} order by w._from desc limit 1
      ) v where ${isWanted} and v._there`;
  }
}
