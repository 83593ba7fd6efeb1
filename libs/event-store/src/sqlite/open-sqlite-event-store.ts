import { openDatabase } from '@docket/sqlite';
import { isInstallation } from '@docket/kernel';
import { assertUndamaged, prepareLog, startNewLogId } from './log-schema';
import { SqliteEventStore } from './sqlite-event-store';

type OpenLog = Readonly<{
  file: string;
  installation: string;
  /** Opens a damaged file, too: to find out what can still be read. */
  evenDamaged?: boolean;
}>;

/**
 * Opens the log in `file`, making it when missing. The caller owns the folder (`acquireFolderLock`): live subscribers are
 * woken by appends of this store only.
 * @throws UnsafeDatabase when the file is not safe or not ours; RangeError when the installation cannot begin a stream name
 */
export const openSqliteEventStore = async ({
  file,
  installation,
  evenDamaged = false,
}: OpenLog): Promise<SqliteEventStore> => {
  if (!isInstallation(installation))
    throw new RangeError(
      `Installation ${JSON.stringify(installation)} is not one word of a-z and 0-9 that begins with a letter.`,
    );
  const database = openDatabase(file);
  try {
    prepareLog(database);
    if (!evenDamaged) assertUndamaged(database);
    return new SqliteEventStore(database, installation);
  } catch (error) {
    database.close();
    throw error;
  }
};

/** Gives a log that was restored or copied an id of its own, before anything opens it; returns the id. @throws UnsafeDatabase */
export const renewLogId = (file: string): string => {
  const database = openDatabase(file);
  try {
    prepareLog(database);
    return startNewLogId(database);
  } finally {
    database.close();
  }
};
