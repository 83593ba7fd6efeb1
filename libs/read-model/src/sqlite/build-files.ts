import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, type Database } from '@docket/sqlite';
import { sql } from 'kysely';
import { Build } from '../build/build';
import { createBuildTables, createIndexes, type TableTypes } from '../build/build-tables';
import type { Layouts } from '../build/table-layout';
import { TablesDiffer } from '../build/tables-differ';
import type { LeaseBook } from './folder-leases';
import { SqliteEngine } from './sqlite-engine';

const TYPES: TableTypes = {
  text: sql`text`,
  integer: sql`integer`,
  boolean: sql`integer`,
  identity: sql`integer primary key`,
  ending: sql`strict`,
  // with a row id: versions are added behind the last one, wherever their keys are, so that a commit touches few pages
  sortedEnding: sql`strict`,
};

/** A lost commit is read again from the log: what matters is that rows and checkpoint are lost together. */
const LIVE = 'pragma synchronous = normal; pragma wal_autocheckpoint = 8000; pragma cache_size = -16000';

const BUILD_FILE = /^(.+)-(\d+)\.sqlite(-wal|-shm)?$/;
const POINTER_FILE = /\.live(\.new)?$/;

/** The files of one definition in a folder: `<definition>-<build>.sqlite`. */
export class BuildFiles {
  constructor(
    private readonly folder: string,
    private readonly definition: string,
    private readonly layouts: Layouts,
    private readonly leases: LeaseBook,
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  pathOf(build: number): string {
    return join(this.folder, `${this.definition}-${build}.sqlite`);
  }

  has(build: number): boolean {
    return existsSync(this.pathOf(build));
  }

  /**
   * Makes an empty build, in place of a half-finished one of the same number. That it is there is on the disk before anything
   * points to it; only what it holds may be lost and read again.
   */
  async create(build: number): Promise<Build> {
    const { made, database } = await this.made(build);
    await made.indexed();
    database.exec(LIVE);
    return made;
  }

  /**
   * The same, to be filled beside the live one: nothing of it is kept for a restart, which begins another, so that each page is
   * written once and no write is waited for. Before it goes live it is to be settled.
   */
  async createBeside(build: number): Promise<Build> {
    return (await this.made(build, 'pragma journal_mode = memory; pragma synchronous = off')).made;
  }

  /** Brings all of a build that was filled beside the live one to the disk; from here on it is read and written as a live one is. */
  async settle(build: Build, database: Database): Promise<void> {
    await build.indexed();
    // in this mode a commit waits for the whole file
    database.exec('pragma synchronous = full; pragma user_version = 1');
    database.exec(`pragma journal_mode = wal; ${LIVE}`);
  }

  private async made(build: number, prepare = ''): Promise<Readonly<{ made: Build; database: Database }>> {
    this.drop((definition, found) => definition === this.definition && found === build);
    const { engine, database } = this.connected(build);
    database.exec(prepare);
    await engine.db.transaction().execute((trx) => createBuildTables(trx, this.layouts, TYPES));
    const makeIndexes = () => engine.db.transaction().execute((trx) => createIndexes(trx, this.layouts));
    return { made: new Build(this.definition, build, this.layouts, engine, makeIndexes), database };
  }

  /** @throws TablesDiffer */
  open(build: number): Build {
    const { engine, database } = this.connected(build);
    database.exec(LIVE);
    const found = database.prepareArrays<[string]>('select layout from checkpoint').get()?.[0];
    if (found === this.layouts.digest()) return new Build(this.definition, build, this.layouts, engine);
    database.close();
    throw new TablesDiffer(
      `${this.pathOf(build)} was made for other tables: a changed table needs a new definition version.`,
    );
  }

  /** Removes the files of the builds that are meant, and gives their names; what another process still holds stays until next time. */
  drop(isMeant: (definition: string, build: number) => boolean): readonly string[] {
    const dropped = new Set<string>();
    for (const name of readdirSync(this.folder)) {
      const [, definition, build] = BUILD_FILE.exec(name) ?? [];
      if (definition !== undefined && isMeant(definition, Number(build)) && this.remove(name))
        dropped.add(`${definition}-${build}`);
    }
    return [...dropped].sort();
  }

  /** Removes the pointers of other definitions. */
  dropOtherPointers(): void {
    for (const name of readdirSync(this.folder))
      if (POINTER_FILE.test(name) && name !== `${this.definition}.live`) this.remove(name);
  }

  /** Whether it is gone. */
  private remove(name: string): boolean {
    try {
      rmSync(join(this.folder, name), { force: true });
      return true;
    } catch (error) {
      if (!['EBUSY', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      return false;
    }
  }

  private connected(build: number) {
    const database = openDatabase(this.pathOf(build));
    return { database, engine: new SqliteEngine(database, this.layouts, this.leases) };
  }
}
