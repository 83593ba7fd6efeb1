import type { Deadline } from './deadline';
import type { EventStore } from './event-store.port';
import { FoldCache } from './fold-cache';
import type { FoldSnapshots } from './fold-snapshots.port';
import type { Ids } from './ids';
import { InFlight } from './in-flight';
import type { LogWatch } from './log-watch.port';
import type { Request } from './request';
import { Turns } from './turns';
import type { Clock } from './time';

/** What `runCommand` needs from the outside; one for the life of a process. */
export type CommandRuntime = Readonly<{
  store: EventStore;
  clock: Clock;
  ids: Ids;
  /** Commands on one stream follow each other. */
  turns: Turns;
  folds: FoldCache;
  /** What is on its way into the log. */
  inFlight: InFlight;
  /** Told of accepted events before they are appended: where a live event in a portfolio settles its imported history. */
  beforeAppend?: (intent: AppendIntent) => Promise<void>;
  /** Where folds of long streams outlive the process; without it they are folded anew after a start. */
  snapshots?: FoldSnapshots;
  /** Where somebody can put another log under the process: a cached fold then counts only while the store has the event it ends at. */
  logWatch?: LogWatch;
  /** Of the one command that this is the runtime of: its reads wait no longer. */
  deadline?: Deadline;
}>;

export type AppendIntent = Readonly<{ category: string; portfolio: string | undefined; request: Request }>;

/** Injection token of the `CommandRuntime`. */
export const COMMAND_RUNTIME = Symbol('CommandRuntime');

export const commandRuntime = (
  store: EventStore,
  clock: Clock,
  ids: Ids,
  beforeAppend?: CommandRuntime['beforeAppend'],
  snapshots?: FoldSnapshots,
  logWatch?: LogWatch,
): CommandRuntime => ({
  ...(beforeAppend ? { beforeAppend } : {}),
  ...(snapshots ? { snapshots } : {}),
  ...(logWatch ? { logWatch } : {}),
  store,
  clock,
  ids,
  turns: new Turns(),
  folds: new FoldCache(),
  inFlight: new InFlight(),
});
