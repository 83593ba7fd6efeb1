import { RecordsUnavailable } from '@docket/kernel';
import { isDiskTrouble, openDatabase, sqliteDialect, type Database } from '@docket/sqlite';
import { Kysely } from 'kysely';
import { TableRecords, type RecordsDatabase } from '../records-table';

/** A closed file and trouble of the disk in the words of the port; every other error as it came. */
const inWordsOfThePort =
  (file: Database) =>
  (error: unknown): unknown => {
    if (!file.isOpen) return new RecordsUnavailable('The records were closed.', { cause: error });
    return isDiskTrouble(error)
      ? new RecordsUnavailable('The disk of the records did not do what was asked of it.', { cause: error })
      : error;
  };

/** Records in one SQLite file, each durable when `put` returns. What is erased is overwritten in the file. */
export class SqliteRecords extends TableRecords {
  constructor(private readonly file: Database) {
    const database = new Kysely<RecordsDatabase>({ dialect: sqliteDialect(file) });
    super(database, async () => file.close(), inWordsOfThePort(file));
  }

  /** Copies the file to a new one by SQLite's own backup, while it is in use. */
  async backupTo(path: string): Promise<void> {
    await this.file.backupTo(path);
  }
}

/** Opens the records in `file`, making it when missing; the caller owns its folder. @throws UnsafeDatabase */
export const openSqliteRecords = async ({ file }: Readonly<{ file: string }>): Promise<SqliteRecords> => {
  const database = openDatabase(file);
  try {
    database.exec('pragma secure_delete = on');
    database.exec(
      `create table if not exists records(
         kind text not null, id text not null, bytes blob not null, sha256 text not null, primary key (kind, id)
       ) strict, without rowid`,
    );
    return new SqliteRecords(database);
  } catch (error) {
    database.close();
    throw error;
  }
};
