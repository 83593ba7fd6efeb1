import type { Aggregate } from './aggregate';
import { COMMAND_DEADLINE_MS, Deadline } from './deadline';
import type { Guard } from './envelope';
import { streamName } from './event-store.port';
import { emptyFold, foldBefore, foldTail, type Fold, type FoldSource } from './fold';
import { beforeDeadline, behindFold, FoldVoid } from './fold-source';
import { foldWithSnapshots } from './fold-snapshot';
import type { Command, Event } from './messages';
import type { CommandRuntime } from './runtime';
import { later, type Instant } from './time';

/** Reads the state of another aggregate as a guarding fact; the event will name its stream and revision. */
export interface Gather {
  <S, C extends Command, E extends Event, Code extends string>(
    aggregate: Aggregate<S, C, E, Code>,
    id: string,
  ): Promise<S>;
  /** The state and the revision it was read at; -1 where the stream does not exist. */
  withRevision<S, C extends Command, E extends Event, Code extends string>(
    aggregate: Aggregate<S, C, E, Code>,
    id: string,
  ): Promise<Readonly<{ state: S; revision: number }>>;
  /** The state as it stood at an instant: of the events dated before it, whatever has come since. */
  before<S, C extends Command, E extends Event, Code extends string>(
    aggregate: Aggregate<S, C, E, Code>,
    id: string,
    instant: Instant,
  ): Promise<S>;
}

/** What a command reads from, no longer than it has time; outside any it has as much as one. */
const sourceOf = ({ store, clock, deadline }: CommandRuntime): FoldSource =>
  beforeDeadline(store, deadline ?? new Deadline(clock, COMMAND_DEADLINE_MS));

/** The fold of a stream as it stands now, from what is cached or kept of it on. @throws LogReplaced */
export const loadFold = async <S, C extends Command, E extends Event, Code extends string>(
  runtime: CommandRuntime,
  aggregate: Aggregate<S, C, E, Code>,
  stream: string,
): Promise<Fold<S>> => {
  const cached = runtime.folds.get<S>(stream);
  const { logWatch } = runtime;
  const source = sourceOf(runtime);
  if (!cached || !logWatch)
    return foldOn(runtime, source, aggregate, stream, cached ?? emptyFold(aggregate.decider.initialState()));
  try {
    return await foldOn(runtime, behindFold(source, cached), aggregate, stream, cached);
  } catch (error) {
    if (!(error instanceof FoldVoid)) throw error;
    // what the log has lost was never there, and nothing says that the other folds are better
    runtime.folds.clear();
    throw logWatch.lost(stream, cached.revision);
  }
};

const foldOn = async <S, C extends Command, E extends Event, Code extends string>(
  { folds, snapshots }: CommandRuntime,
  source: FoldSource,
  aggregate: Aggregate<S, C, E, Code>,
  stream: string,
  from: Fold<S>,
): Promise<Fold<S>> => {
  const fold = snapshots
    ? await foldWithSnapshots(snapshots, source, aggregate, stream, from)
    : await foldTail(source, aggregate, stream, from);
  if (fold.revision >= 0) folds.set(stream, fold);
  return fold;
};

/** The state of an aggregate as its stream stands now, outside any command. */
export const loadState = async <S, C extends Command, E extends Event, Code extends string>(
  runtime: CommandRuntime,
  aggregate: Aggregate<S, C, E, Code>,
  id: string,
): Promise<S> =>
  (await loadFold(runtime, aggregate, streamName(runtime.store.installation, aggregate.category, id))).state;

/** What was gathered so far: the streams with the revisions they were read at, and when the latest fact in them was recorded. */
export type Gathered = { readonly guards: Guard[]; recordedAt: Instant };

/** A `Gather` that notes every stream it is asked for. */
export const gatherer = (runtime: CommandRuntime, gathered: Gathered): Gather => {
  const streamOf = (category: string, id: string) => streamName(runtime.store.installation, category, id);
  const note = (stream: string, { revision, recordedAt }: Fold<unknown>) => {
    if (!gathered.guards.some((one) => one.stream === stream && one.revision === revision))
      gathered.guards.push({ stream, revision });
    gathered.recordedAt = later(gathered.recordedAt, recordedAt);
  };
  const withRevision: Gather['withRevision'] = async (aggregate, id) => {
    const stream = streamOf(aggregate.category, id);
    const fold = await loadFold(runtime, aggregate, stream);
    note(stream, fold);
    return { state: fold.state, revision: fold.revision };
  };
  const before: Gather['before'] = async (aggregate, id, instant) => {
    const stream = streamOf(aggregate.category, id);
    const now = await loadFold(runtime, aggregate, stream);
    const then =
      now.recordedAt < instant ? now : await foldBefore(sourceOf(runtime), aggregate, stream, instant);
    note(stream, then);
    return then.state;
  };
  const state = async <S, C extends Command, E extends Event, Code extends string>(
    aggregate: Aggregate<S, C, E, Code>,
    id: string,
  ): Promise<S> => (await withRevision(aggregate, id)).state;
  return Object.assign(state, { withRevision, before });
};
