import { NumbersDiffer, Turns, type ReadModel, type ReadModels, type Table } from '@docket/kernel';
import { DatabaseUnavailable, openPool, type Pool } from '@docket/postgres';
import { Build } from '../build/build';
import { checkDefinition, checkInstallation } from '../build/names';
import { Layouts } from '../build/table-layout';
import { BuildSchemas } from './build-schemas';
import { LiveBuilds } from './live-builds';
import { explained } from './postgres-engine';

export type PostgresReadModelsOptions = Readonly<{
  installation: string;
  /** The definition version: changed projections are another one. */
  definition: string;
  tables: readonly Table[];
}> &
  /** `postgres://…`, opened and closed here; or a pool that is closed by who opened it. */
  (
    | Readonly<{
        url: string;
        /** Takes a server without TLS on another machine (false). */
        allowInsecure?: boolean;
      }>
    | Readonly<{ pool: Pool }>
  );

/** Builds as schemas of one database, with a table in the schema of the installation that says which is live. */
class PostgresReadModels implements ReadModels {
  private current: Build | undefined;
  private readonly beside = new Set<Build>();
  private readonly queue = new Turns();

  constructor(
    private readonly schemas: BuildSchemas,
    private readonly pointer: LiveBuilds,
    private readonly release: () => Promise<void>,
  ) {}

  live(): Promise<Build> {
    return this.inTurn(() => this.liveNow());
  }

  /** Who holds the build whose tables were dropped may go on with it: they get the same names. */
  madeAnew(): Promise<Build> {
    return this.inTurn(async () => {
      await this.pointer.prepare();
      this.current = await this.opened(await this.pointer.read());
      return this.current;
    });
  }

  rebuild(): Promise<ReadModel> {
    return this.inTurn(async () => {
      const live = await this.liveNow();
      for (const unfinished of this.beside) unfinished.retire();
      this.beside.clear();
      for (const schema of await this.schemas.own())
        if (schema !== this.schemas.schemaOf(live.build)) await this.schemas.drop(schema);
      const rebuilt = await this.schemas.createBeside(live.build + 1);
      this.beside.add(rebuilt);
      return rebuilt;
    });
  }

  switchTo(rebuilt: ReadModel): Promise<void> {
    return this.inTurn(async () => {
      if (!(rebuilt instanceof Build) || !this.beside.has(rebuilt))
        throw new Error('Only what rebuild() gave here can take the place of the live build.');
      const former = await this.liveNow();
      await rebuilt.indexed();
      await this.pointer.exchange(former, rebuilt);
      former.retire();
      this.beside.delete(rebuilt);
      this.current = rebuilt;
      await this.dropUnlessRead(this.schemas.schemaOf(former.build));
    });
  }

  dropOthers(): Promise<readonly string[]> {
    return this.inTurn(async () => {
      const live = this.schemas.schemaOf((await this.liveNow()).build);
      await this.pointer.forgetOthers();
      const others = (await this.schemas.all()).filter((schema) => schema !== live);
      for (const schema of others) await this.schemas.drop(schema);
      return others.map((schema) => this.schemas.nameOf(schema)).sort();
    });
  }

  close(): Promise<void> {
    return this.inTurn(this.release);
  }

  /** A reader who holds on to the former build keeps its schema until the next rebuild. */
  private async dropUnlessRead(schema: string): Promise<void> {
    try {
      await this.schemas.drop(schema);
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable)) throw error;
    }
  }

  private async liveNow(): Promise<Build> {
    const build = await this.pointer.read();
    if (this.current && this.current.build === build) return this.current;
    this.current?.retire();
    const live = await this.opened(build);
    this.current = live;
    return live;
  }

  /** Two processes that start together on nothing: one makes the build, the other finds it. */
  private async opened(build: number | undefined): Promise<Build> {
    const found = build === undefined ? undefined : await this.schemas.open(build);
    if (found) return found;
    return this.pointer.alone(async () => {
      const meanwhile = (await this.pointer.read()) ?? 1;
      const made = (await this.schemas.open(meanwhile)) ?? (await this.schemas.create(meanwhile));
      await this.pointer.set(made.build);
      return made;
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.queue.run('builds', async () => {
      try {
        return await work();
      } catch (error) {
        throw error instanceof NumbersDiffer ? error : explained(error);
      }
    });
  }
}

const opened = ({ url, allowInsecure = false }: Readonly<{ url: string; allowInsecure?: boolean }>) =>
  openPool(url, { allowInsecure });

/** Whether a definition has a live build in an installation; nothing is made to know it. @throws DatabaseUnavailable | UnsuitableDatabase */
export const hasPostgresReadModels = async ({
  url,
  allowInsecure = false,
  ...names
}: Readonly<{
  url: string;
  allowInsecure?: boolean;
  installation: string;
  definition: string;
}>): Promise<boolean> => {
  const installation = checkInstallation(names.installation);
  const pool = await openPool(url, { connections: 1, allowInsecure });
  try {
    const pointer = new LiveBuilds(pool, installation, checkDefinition(names.definition));
    return (await pointer.isPrepared()) && (await pointer.read()) !== undefined;
  } finally {
    await pool.end();
  }
};

/** @throws DatabaseUnavailable | UnsuitableDatabase, Error when a name is malformed */
export const openPostgresReadModels = async (options: PostgresReadModelsOptions): Promise<ReadModels> => {
  const installation = checkInstallation(options.installation);
  const definition = checkDefinition(options.definition);
  const layouts = new Layouts(options.tables);
  const pool = 'url' in options ? await opened(options) : options.pool;
  const release = async () => ('url' in options ? pool.end() : undefined);
  try {
    const schemas = new BuildSchemas(pool, installation, definition, layouts);
    const pointer = new LiveBuilds(pool, installation, definition);
    await pointer.prepare();
    return new PostgresReadModels(schemas, pointer, release);
  } catch (error) {
    await release();
    throw error;
  }
};
