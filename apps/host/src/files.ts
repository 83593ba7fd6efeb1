/** Names of what lies in a data folder. */
export const FILES = {
  events: 'events.sqlite',
  records: 'records.sqlite',
  readModels: 'read-model',
  jobs: 'jobs.sqlite',
} as const;

/** What the owner of a folder keeps there beside data. */
export const OWN_FILES: ReadonlySet<string> = new Set([
  'lock.sqlite',
  'lock.sqlite-journal',
  'lock.sqlite-wal',
  'lock.sqlite-shm',
  'owner.json',
  'room.probe',
]);
