import { randomUUID } from 'node:crypto';
import { UnsafeDatabase, type Database } from '@docket/sqlite';

const VERSION = 1;

const TABLES = `
  create table events(
    position integer primary key autoincrement check (position > 0),
    stream text not null,
    revision integer not null,
    id text not null,
    type text not null,
    bytes blob not null,
    unique(stream, revision)
  ) strict;
  create table log(made integer primary key autoincrement, id text not null unique) strict;
`;

/** Events are only ever added, each behind the last of its stream and of the log; an insert-or-replace is caught too. */
const GUARDS = `
  create trigger events_are_added_in_order before insert on events
  when new.revision <> (select coalesce(max(revision), -1) + 1 from events where stream = new.stream)
    or (new.position > 0 and new.position <= (select coalesce(max(position), 0) from events))
  begin select raise(abort, 'An event stands behind the last of its stream and of the log.'); end;
  create trigger events_are_never_changed before update on events
  begin select raise(abort, 'Events are never changed.'); end;
  create trigger events_are_never_deleted before delete on events
  begin select raise(abort, 'Events are never deleted.'); end;
  create trigger log_ids_are_added before insert on log when exists(select 1 from log where made = new.made or id = new.id)
  begin select raise(abort, 'A log id is never used again.'); end;
  create trigger log_ids_are_never_changed before update on log
  begin select raise(abort, 'Log ids are never changed.'); end;
  create trigger log_ids_are_never_deleted before delete on log
  begin select raise(abort, 'Log ids are never deleted.'); end;
`;

const giveLogId = (database: Database): void => {
  database.prepare('insert into log(id) values (?)').run(randomUUID());
};

/** Makes the tables of a log in an empty file. @throws UnsafeDatabase when a later release, or something else, wrote the file */
export const prepareLog = (database: Database): void =>
  database.immediate(() => {
    const version = database.prepareArrays<[number]>('pragma user_version').get()?.[0] ?? 0;
    const tables = database.prepareArrays<[string]>('select name from sqlite_schema').all().length;
    if (version === VERSION) return;
    if (version !== 0 || tables > 0)
      throw new UnsafeDatabase(
        `${database.path} is no event log of this release (version ${version}): run the release that wrote it, or choose another file.`,
      );
    database.exec(`${TABLES} ${GUARDS} pragma user_version = ${VERSION};`);
    giveLogId(database);
  });

/** Up to this size the file is looked through at every start: a fifth of a second. Beyond, `docket verify-chain` does it. */
const LOOKED_THROUGH_BYTES = 256 * 1024 * 1024;

/**
 * A damaged page or index would let the next event be written beside one that is there, and nothing can take it back.
 * @throws UnsafeDatabase
 */
export const assertUndamaged = (database: Database): void => {
  const one = (pragma: string) => database.prepareArrays<[number | string]>(`pragma ${pragma}`).get()?.[0];
  if (Number(one('page_count')) * Number(one('page_size')) > LOOKED_THROUGH_BYTES) return;
  const found = one('integrity_check(1)');
  if (found !== 'ok')
    throw new UnsafeDatabase(
      `${database.path} is damaged (${String(found)}): nothing more is written to it. Restore a backup; \`docket verify-chain\` tells which events can still be read.`,
    );
};

/** The id given last; earlier ones stay in the file as its history. */
export const currentLogId = (database: Database): string => {
  const id = database.prepareArrays<[string]>('select id from log order by made desc limit 1').get()?.[0];
  if (id === undefined) throw new UnsafeDatabase(`${database.path} has no log id: restore a backup.`);
  return id;
};

/** Gives the log a new id: from here on it may go another way than the one it was copied from. */
export const startNewLogId = (database: Database): string =>
  database.immediate(() => {
    giveLogId(database);
    return currentLogId(database);
  });
