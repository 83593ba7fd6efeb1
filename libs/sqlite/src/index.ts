export { Database } from './database';
export { FolderUnusable, isDiskTrouble, sqliteCode, SqliteCode, UnsafeDatabase } from './errors';
export { acquireFolderLock, FolderLock, FolderOwned, prepareFolder } from './folder-lock';
export { CommitUnknown, GroupCommit, NotCommitted } from './group-commit';
export { sqliteDialect } from './kysely-dialect';
export { assertDurable, openDatabase, type OpenOptions } from './open-database';
export { readOwner, type Owner } from './owner';
export { Statement, type SqlValue } from './statement';
export { syncFolder } from './sync-folder';
