import { NumbersDiffer, Turns, type ReadModel, type ReadModels, type Table } from '@docket/kernel';
import { Build } from '../build/build';
import { checkDefinition } from '../build/names';
import { Layouts } from '../build/table-layout';
import { BuildFiles } from './build-files';
import { LeaseBook } from './folder-leases';
import { LivePointer } from './live-pointer';
import { SqliteEngine } from './sqlite-engine';

export type SqliteReadModelsOptions = Readonly<{
  /** Made when missing; holds nothing else. */
  folder: string;
  /** The definition version: changed projections are another one. */
  definition: string;
  tables: readonly Table[];
  /** Who leads in this folder; without it no batch may come under a fence. */
  leases?: LeaseBook;
}>;

const FIRST_DIFFERENCE = `
  select f.number, f.event_id, n.event_id
  from former.numbers f left join main.numbers n on n.number = f.number
  where n.event_id is not f.event_id order by f.number limit 1`;

/** Builds as files of one folder, with a pointer that says which is live. */
class SqliteReadModels implements ReadModels {
  private current: Build | undefined;
  private readonly beside = new Set<Build>();
  private readonly queue = new Turns();

  constructor(
    private readonly files: BuildFiles,
    private readonly pointer: LivePointer,
    private readonly definition: string,
  ) {}

  live(): Promise<Build> {
    return this.inTurn(() => this.liveNow());
  }

  /** An open file is not taken away from who holds it: the live one is there. */
  madeAnew(): Promise<Build> {
    return this.live();
  }

  rebuild(): Promise<ReadModel> {
    return this.inTurn(async () => {
      const live = await this.liveNow();
      for (const unfinished of this.beside) unfinished.retire();
      this.beside.clear();
      this.dropAllBut(live);
      const rebuilt = await this.files.createBeside(live.build + 1);
      this.beside.add(rebuilt);
      return rebuilt;
    });
  }

  switchTo(rebuilt: ReadModel): Promise<void> {
    return this.inTurn(async () => {
      if (
        !(rebuilt instanceof Build) ||
        !this.beside.has(rebuilt) ||
        !(rebuilt.engine instanceof SqliteEngine)
      )
        throw new Error('Only what rebuild() gave here can take the place of the live build.');
      const former = await this.liveNow();
      await this.files.settle(rebuilt, rebuilt.engine.database);
      this.exchange(rebuilt.engine, former, rebuilt.build);
      former.retire();
      this.beside.delete(rebuilt);
      this.current = rebuilt;
      this.dropAllBut(rebuilt);
    });
  }

  dropOthers(): Promise<readonly string[]> {
    return this.inTurn(async () => {
      const live = await this.liveNow();
      const dropped = this.files.drop(
        (definition, build) => definition !== this.definition || build !== live.build,
      );
      this.files.dropOtherPointers();
      return dropped;
    });
  }

  close(): Promise<void> {
    return this.inTurn(async () => {
      await this.current?.close();
      for (const build of this.beside) await build.close();
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.queue.run('builds', work);
  }

  private async liveNow(): Promise<Build> {
    const build = this.pointer.read();
    if (this.current && this.current.build === build && isOpen(this.current)) return this.current;
    if (this.current?.build !== build) this.current?.retire();
    const live = await this.opened(build);
    this.current = live;
    return live;
  }

  private async opened(build: number | undefined): Promise<Build> {
    if (build !== undefined && this.files.has(build)) return this.files.open(build);
    const made = await this.files.create(build ?? 1);
    this.pointer.write(made.build);
    return made;
  }

  /** Both files are locked, so that nothing is numbered in between; the rename of the pointer is what decides. */
  private exchange({ database }: SqliteEngine, former: Build, build: number): void {
    database.prepare('attach ? as former').run(this.files.pathOf(former.build));
    try {
      database.immediate(() => {
        const [number, before, now] =
          database.prepareArrays<[number, string, string | null]>(FIRST_DIFFERENCE).get() ?? [];
        if (number !== undefined)
          throw new NumbersDiffer(
            `Number ${number} is event ${before} in the live build and ${now} in the rebuilt one.`,
          );
        this.pointer.write(build);
        database.exec('update former.checkpoint set replaced = 1');
      });
    } finally {
      database.exec('detach former');
    }
  }

  private dropAllBut(live: Build): void {
    this.files.drop((definition, build) => definition === this.definition && build !== live.build);
  }
}

const isOpen = ({ engine }: Build): boolean => engine instanceof SqliteEngine && engine.database.isOpen;

/** The read models of a definition as files of a folder that this process owns. @throws Error when a name is malformed */
export const openSqliteReadModels = async (options: SqliteReadModelsOptions): Promise<ReadModels> => {
  const definition = checkDefinition(options.definition);
  const leases = options.leases ?? new LeaseBook();
  const files = new BuildFiles(options.folder, definition, new Layouts(options.tables), leases);
  return new SqliteReadModels(files, new LivePointer(options.folder, definition), definition);
};
