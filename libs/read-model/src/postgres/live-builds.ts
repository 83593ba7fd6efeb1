import { NumbersDiffer } from '@docket/kernel';
import type { Pool } from '@docket/postgres';
import { sql, type RawBuilder } from 'kysely';
import type { Build } from '../build/build';
import { tablesIn } from '../build/names';
import { InstallationSchema } from './installation-schema';

const TABLE = 'live_builds';

type Difference = readonly [number: number, before: string, now: string | null];

/** A table in the schema of the installation that says which build of each definition is live. */
export class LiveBuilds {
  private readonly schema: InstallationSchema;
  private readonly table: RawBuilder<unknown>;

  constructor(
    pool: Pool,
    installation: string,
    private readonly definition: string,
  ) {
    this.schema = new InstallationSchema(pool, installation);
    this.table = this.schema.table(TABLE);
  }

  /** Makes the table when it is missing. */
  prepare(): Promise<void> {
    return this.schema.prepare(this.table, sql`definition text primary key, build bigint not null`);
  }

  /** Whether the table is there. */
  isPrepared(): Promise<boolean> {
    return this.schema.has(TABLE);
  }

  /** Work that no other process of this installation does at the same time. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.schema.alone(work);
  }

  /** The number of the live build, `undefined` when there is none. */
  async read(): Promise<number | undefined> {
    const found = await this.schema.rows<[number]>(
      sql`select build from ${this.table} where definition = ${this.definition}`,
    );
    return found[0]?.[0];
  }

  async set(build: number): Promise<void> {
    await this.schema.rows(sql`insert into ${this.table} values (${this.definition}, ${build})
      on conflict (definition) do update set build = excluded.build`);
  }

  async forgetOthers(): Promise<void> {
    await this.schema.rows(sql`delete from ${this.table} where definition <> ${this.definition}`);
  }

  /** One transaction that holds the checkpoint of the former build, so that nothing is numbered in between. @throws NumbersDiffer */
  async exchange(former: Build, rebuilt: Build): Promise<void> {
    const [before, now] = [tablesIn(former.engine.schema), tablesIn(rebuilt.engine.schema)];
    await this.schema.transaction(async (session) => {
      await this.schema.run(session, sql`update ${before('checkpoint')} set replaced = 1`);
      const [difference] = await this.schema.rows<Difference>(
        sql`select f.number, f.event_id, n.event_id
          from ${before('numbers')} f left join ${now('numbers')} n on n.number = f.number
          where n.event_id is distinct from f.event_id order by f.number limit 1`,
        session,
      );
      if (difference)
        throw new NumbersDiffer(
          `Number ${difference[0]} is event ${difference[1]} in the live build and ${difference[2]} in the rebuilt one.`,
        );
      const moved = await this.schema.run(
        session,
        sql`update ${this.table} set build = ${rebuilt.build}
          where definition = ${this.definition} and build = ${former.build}`,
      );
      if (moved !== 1)
        throw new Error(`Build ${former.build} of "${this.definition}" is no longer the live one.`);
    });
  }
}
