import type { Database } from '@docket/sqlite';

/**
 * One row per job. `due`, `died_at` and `again_due` are milliseconds since 1970. A due that was made from now on, a pause or an
 * interval, is never further away than `at_most`: so a clock that is set back stalls nothing. `again_…` is what was added while
 * it ran. `holder` is the opened queue that runs it.
 */
const SCHEMA = `create table if not exists jobs(
  kind text not null, id text not null, data text not null,
  state text not null check (state in ('waiting', 'running', 'dead')),
  due integer not null, at_most integer, every integer,
  attempts integer not null default 0, error text, died_at integer, holder text,
  progress_done real, progress_total real, again_due integer, again_data text,
  primary key (kind, id)
) strict, without rowid;
create index if not exists jobs_by_due on jobs(state, kind, due);`;

/** Makes the table of jobs where it is missing. */
export const makeJobs = (database: Database): void => database.exec(SCHEMA);

/** The row of a job as SQLite gives it. */
export type JobRow = Readonly<{
  kind: string;
  id: string;
  data: string;
  state: 'waiting' | 'running' | 'dead';
  due: number;
  every: number | null;
  attempts: number;
  error: string | null;
  died_at: number | null;
  progress_done: number | null;
  progress_total: number | null;
  again_due: number | null;
  again_data: string | null;
}>;

export const ADD = `insert into jobs(kind, id, data, state, due) values (?, ?, ?, 'waiting', ?)
on conflict(kind, id) do update set
  state = iif(state = 'dead', 'waiting', state),
  data = iif(state = 'dead', excluded.data, data),
  due = case state when 'waiting' then min(due, excluded.due) when 'dead' then excluded.due else due end,
  at_most = iif(state = 'dead', null, at_most),
  attempts = iif(state = 'dead', 0, attempts),
  error = iif(state = 'dead', null, error),
  died_at = null,
  again_due = iif(state = 'running', min(coalesce(again_due, excluded.due), excluded.due), null),
  again_data = iif(state = 'running', coalesce(again_data, excluded.data), null)`;

export const REPEAT = `insert into jobs(kind, id, data, state, due, every, at_most) values (?, ?, ?, 'waiting', ?, ?, ?)
on conflict(kind, id) do update set
  state = iif(state = 'dead', 'waiting', state),
  data = excluded.data,
  due = iif(state = 'waiting', min(due, excluded.due), excluded.due),
  every = excluded.every,
  at_most = excluded.at_most,
  attempts = iif(state = 'dead', 0, attempts),
  error = iif(state = 'dead', null, error),
  died_at = null`;
