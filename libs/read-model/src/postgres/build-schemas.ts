import type { Pool } from '@docket/postgres';
import { sql } from 'kysely';
import { Build } from '../build/build';
import { createBuildTables, createIndexes, type TableTypes } from '../build/build-tables';
import type { Layouts } from '../build/table-layout';
import { TablesDiffer } from '../build/tables-differ';
import { InstallationSchema, schemaOf } from './installation-schema';
import { PostgresEngine } from './postgres-engine';

const TYPES: TableTypes = {
  text: sql`text collate "C"`,
  integer: sql`bigint`,
  boolean: sql`boolean`,
  identity: sql`bigint generated always as identity primary key`,
  ending: sql``,
  sortedEnding: sql``,
};

/** PostgreSQL cuts longer names. */
const LONGEST_SCHEMA = 63;

/** The schemas of one definition: `docket_<installation>_<definition>_<build>`. */
export class BuildSchemas {
  private readonly prefix: string;
  private readonly schema: InstallationSchema;

  constructor(
    private readonly pool: Pool,
    private readonly installation: string,
    private readonly definition: string,
    private readonly layouts: Layouts,
  ) {
    this.prefix = `${schemaOf(installation)}_`;
    this.schema = new InstallationSchema(pool, installation);
    if (this.schemaOf(99_999).length > LONGEST_SCHEMA)
      throw new Error(
        `The names of installation "${installation}" and definition "${definition}" are too long together.`,
      );
  }

  schemaOf(build: number): string {
    return `${this.prefix}${this.definition}_${build}`;
  }

  /** Definition and number of the build in a schema: `d1-2`. */
  nameOf(schema: string): string {
    return schema.slice(this.prefix.length).replace(/_(\d+)$/, '-$1');
  }

  /** Makes an empty build, in place of a half-finished one of the same number. */
  async create(build: number): Promise<Build> {
    const made = await this.createBeside(build);
    await made.indexed();
    return made;
  }

  /** The same, to be filled beside the live one: it gets its indexes when it is asked for the first time, at the latest before it goes live. */
  async createBeside(build: number): Promise<Build> {
    const schema = this.schemaOf(build);
    await this.drop(schema);
    const engine = this.engine(build);
    await engine.db.transaction().execute(async (trx) => {
      await sql`create schema ${sql.id(schema)}`.execute(trx);
      await createBuildTables(trx, this.layouts, TYPES);
    });
    const makeIndexes = () => engine.db.transaction().execute((trx) => createIndexes(trx, this.layouts));
    return new Build(this.definition, build, this.layouts, engine, makeIndexes);
  }

  /** `undefined` when it is not there. @throws TablesDiffer */
  async open(build: number): Promise<Build | undefined> {
    const [[isThere] = []] = await this.schema.rows<[boolean]>(
      sql`select to_regclass(${`"${this.schemaOf(build)}".checkpoint`}) is not null`,
    );
    if (!isThere) return undefined;
    const engine = this.engine(build);
    const { layout } = await engine.db.selectFrom('checkpoint').select('layout').executeTakeFirstOrThrow();
    if (layout === this.layouts.digest()) return new Build(this.definition, build, this.layouts, engine);
    throw new TablesDiffer(
      `Schema ${this.schemaOf(build)} was made for other tables: a changed table needs a new definition version.`,
    );
  }

  /** Every schema of a build of this installation, of any definition. */
  async all(): Promise<readonly string[]> {
    const found = await this.schema.rows<[string]>(
      sql`select nspname::text from pg_namespace where starts_with(nspname::text, ${this.prefix})`,
    );
    return found.map(([schema]) => schema).filter((schema) => /_\d+$/.test(schema));
  }

  /** Those of this definition. */
  async own(): Promise<readonly string[]> {
    const beginning = `${this.prefix}${this.definition}_`;
    return (await this.all()).filter(
      (schema) => schema.startsWith(beginning) && /^\d+$/.test(schema.slice(beginning.length)),
    );
  }

  async drop(schema: string): Promise<void> {
    const dropping = sql`drop schema if exists ${sql.id(schema)} cascade`;
    await this.schema.transaction((session) => this.schema.run(session, dropping));
  }

  private engine(build: number): PostgresEngine {
    return new PostgresEngine(this.pool, this.schemaOf(build), this.layouts, this.installation);
  }
}
