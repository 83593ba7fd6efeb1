export { isInstallation } from './append-check';
export { openSqliteEventStore, renewLogId } from './sqlite/open-sqlite-event-store';
export { SqliteEventStore } from './sqlite/sqlite-event-store';
