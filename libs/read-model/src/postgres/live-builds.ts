import { NumbersDiffer } from '@docket/kernel';
import { postgresDialect, type Pool, type Query } from '@docket/postgres';
import { Kysely, sql, type RawBuilder } from 'kysely';
import type { Build } from '../build/build';
import { tablesIn } from '../build/names';

type Difference = readonly [number: number, before: string, now: string | null];

/** A table in the schema of the installation that says which build of each definition is live. */
export class LiveBuilds {
  private readonly schema: string;
  private readonly table: RawBuilder<unknown>;
  private readonly compiler: Kysely<unknown>;

  constructor(
    private readonly pool: Pool,
    installation: string,
    private readonly definition: string,
  ) {
    this.schema = `docket_${installation}`;
    this.table = tablesIn(this.schema)('live_builds');
    this.compiler = new Kysely({ dialect: postgresDialect(pool) });
  }

  /** Makes the table when it is missing. */
  async prepare(): Promise<void> {
    await this.alone(async () => {
      await this.run(sql`create schema if not exists ${sql.id(this.schema)}`);
      await this.run(
        sql`create table if not exists ${this.table} (definition text primary key, build bigint not null)`,
      );
    });
  }

  /** Whether the table is there. */
  async isPrepared(): Promise<boolean> {
    const [found] = await this.pool.rows<[boolean]>(
      this.compiled(sql`select to_regclass(${`${this.schema}.live_builds`}) is not null`),
    );
    return found?.[0] ?? false;
  }

  /** Work that no other process of this installation does at the same time. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.pool.transaction(async (session) => {
      const lock = sql`select pg_advisory_xact_lock(hashtextextended(${this.schema}, 0))`;
      await session.run(this.compiled(lock));
      return work();
    });
  }

  /** The number of the live build, `undefined` when there is none. */
  async read(): Promise<number | undefined> {
    const found = await this.pool.rows<[number]>(
      this.compiled(sql`select build from ${this.table} where definition = ${this.definition}`),
    );
    return found[0]?.[0];
  }

  async set(build: number): Promise<void> {
    await this.run(sql`insert into ${this.table} values (${this.definition}, ${build})
      on conflict (definition) do update set build = excluded.build`);
  }

  async forgetOthers(): Promise<void> {
    await this.run(sql`delete from ${this.table} where definition <> ${this.definition}`);
  }

  /** One transaction that holds the checkpoint of the former build, so that nothing is numbered in between. @throws NumbersDiffer */
  async exchange(former: Build, rebuilt: Build): Promise<void> {
    const [before, now] = [tablesIn(former.engine.schema), tablesIn(rebuilt.engine.schema)];
    await this.pool.transaction(async (session) => {
      await session.run(this.compiled(sql`update ${before('checkpoint')} set replaced = 1`));
      const [difference] = await session.rows<Difference>(
        this.compiled(sql`select f.number, f.event_id, n.event_id
          from ${before('numbers')} f left join ${now('numbers')} n on n.number = f.number
          where n.event_id is distinct from f.event_id order by f.number limit 1`),
      );
      if (difference)
        throw new NumbersDiffer(
          `Number ${difference[0]} is event ${difference[1]} in the live build and ${difference[2]} in the rebuilt one.`,
        );
      const moved = await session.run(
        this.compiled(sql`update ${this.table} set build = ${rebuilt.build}
          where definition = ${this.definition} and build = ${former.build}`),
      );
      if (moved !== 1)
        throw new Error(`Build ${former.build} of "${this.definition}" is no longer the live one.`);
    });
  }

  private async run(statement: RawBuilder<unknown>): Promise<void> {
    await this.pool.rows(this.compiled(statement));
  }

  private compiled(statement: RawBuilder<unknown>): Query {
    return statement.compile(this.compiler);
  }
}
