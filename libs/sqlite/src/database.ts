import { closeSync, openSync, rmSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { Place } from './place';
import { Statement } from './statement';

const EVERY_PAGE = 0x7fff_ffff;

/** An open database file. One connection, used from one thread; made by `openDatabase`. */
export class Database {
  private readonly place: Place;

  constructor(
    readonly path: string,
    private readonly connection: DatabaseSync,
  ) {
    this.place = Place.of(path);
  }

  /** Whether the file still lies where it was opened: what is written to one that was removed or replaced is found by nobody. */
  get isInPlace(): boolean {
    return this.place.isSame();
  }

  get isOpen(): boolean {
    return this.connection.isOpen;
  }

  get isInTransaction(): boolean {
    return this.connection.isTransaction;
  }

  /** Runs one or more statements that give no rows. */
  exec(sql: string): void {
    this.connection.exec(sql);
  }

  /** A statement whose rows are objects by column name. `Row` is the caller's word for what the columns hold. */
  prepare<Row extends object = object>(sql: string): Statement<Row> {
    return new Statement<Row>(this.connection.prepare(sql));
  }

  /** A statement whose rows are arrays in the order of the columns: three times as fast on many rows. */
  prepareArrays<Row extends readonly unknown[]>(sql: string): Statement<Row> {
    const statement = this.connection.prepare(sql);
    statement.setReturnArrays(true);
    return new Statement<Row>(statement);
  }

  /** Runs `work` in a transaction that holds the write lock from the start: committed when it returns, undone when it throws. */
  immediate<T>(work: () => T): T {
    this.exec('begin immediate');
    try {
      const result = work();
      this.exec('commit');
      return result;
    } catch (error) {
      this.rollback();
      throw error;
    }
  }

  /** Undoes the open transaction, if SQLite has not done so itself (as it does when the disk is full). */
  rollback(): void {
    if (this.isOpen && this.isInTransaction) this.exec('rollback');
  }

  /**
   * Copies the database as it is when the copy begins into a new file that only the user can read; writes go on meanwhile.
   * A connection of its own, in one step: on the writer's the copy fails now and then, in many steps writes make it restart.
   * @throws Error when the file exists
   */
  async backupTo(path: string): Promise<void> {
    closeSync(openSync(path, 'wx', 0o600));
    const reader = new DatabaseSync(this.path, { readOnly: true, timeout: 5_000 });
    try {
      await backup(reader, path, { rate: EVERY_PAGE });
    } catch (error) {
      rmSync(path, { force: true });
      throw error;
    } finally {
      reader.close();
    }
  }

  /** Lets go of the file; harmless when closed before. */
  close(): void {
    if (this.isOpen) this.connection.close();
  }
}
