import { postgresDialect, type Pool, type Query, type Session } from '@docket/postgres';
import { Kysely, sql, type RawBuilder } from 'kysely';
import { tablesIn } from '../build/names';

/** The schema of an installation, which outlives its definitions; those of its builds begin so. */
export const schemaOf = (installation: string): string => `docket_${installation}`;

type Cells = readonly unknown[];

/** The schema of an installation, and statements on the tables there: each a transaction of its own unless a session is given. */
export class InstallationSchema {
  private readonly name: string;
  private readonly compiler: Kysely<unknown>;

  constructor(
    private readonly pool: Pool,
    installation: string,
  ) {
    this.name = schemaOf(installation);
    this.compiler = new Kysely({ dialect: postgresDialect(pool) });
  }

  table(name: string): RawBuilder<unknown> {
    return tablesIn(this.name)(name);
  }

  /** Whether a table is there; nothing is made to know it. */
  async has(name: string): Promise<boolean> {
    const [found] = await this.rows<[boolean]>(
      sql`select to_regclass(${`${this.name}.${name}`}) is not null`,
    );
    return found?.[0] ?? false;
  }

  /** Makes the schema and a table when they are missing; of two processes that start at once, one after the other. */
  prepare(table: RawBuilder<unknown>, columns: RawBuilder<unknown>): Promise<void> {
    return this.alone(async (session) => {
      await this.run(session, sql`create schema if not exists ${sql.id(this.name)}`);
      await this.run(session, sql`create table if not exists ${table} (${columns})`);
    });
  }

  /** Work that no other process of this installation does at the same time. */
  alone<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.transaction(async (session) => {
      await this.run(session, sql`select pg_advisory_xact_lock(hashtextextended(${this.name}, 0))`);
      return work(session);
    });
  }

  transaction<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.pool.transaction(work);
  }

  /** The rows of a statement as arrays in the order of the columns. */
  rows<R extends Cells>(
    statement: RawBuilder<unknown>,
    session: Pick<Session, 'rows'> = this.pool,
  ): Promise<readonly R[]> {
    return session.rows<R>(this.compiled(statement));
  }

  /** How many rows the statement touched. */
  run(session: Session, statement: RawBuilder<unknown>): Promise<number> {
    return session.run(this.compiled(statement));
  }

  private compiled(statement: RawBuilder<unknown>): Query {
    return statement.compile(this.compiler);
  }
}
