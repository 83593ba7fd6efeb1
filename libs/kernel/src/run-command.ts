import type { Aggregate } from './aggregate';
import { refuse, type Refused } from './decider';
import { seal, type Guard, type Metadata } from './envelope';
import {
  OutcomeUnknown,
  RevisionConflict,
  streamName,
  type Appended,
  type EventStore,
  type EventToStore,
} from './event-store.port';
import { emptyFold, foldTail, type Fold } from './fold';
import { FoldCache } from './fold-cache';
import type { Ids } from './ids';
import type { Command, Event } from './messages';
import { commandIdOf, type Receipt, type Request, type RunCode } from './request';
import { StreamQueue } from './stream-queue';
import type { Clock } from './time';

/** How long a command tries before it gives up, in milliseconds. */
export const COMMAND_DEADLINE_MS = 5_000;

/** The deadline passed while others kept writing to the stream: nothing was stored. */
export class TooContended extends Error {
  override readonly name = 'TooContended';
}

/** What `runCommand` needs from the outside; one for the life of a process. */
export type CommandRuntime = Readonly<{
  store: EventStore;
  clock: Clock;
  ids: Ids;
  queue: StreamQueue;
  folds: FoldCache;
  /** Told of accepted events before they are appended: where a live event in a portfolio settles its imported history. */
  beforeAppend?: (intent: AppendIntent) => Promise<void>;
}>;

export type AppendIntent = Readonly<{ category: string; portfolio: string | undefined; request: Request }>;

/** Injection token of the `CommandRuntime`. */
export const COMMAND_RUNTIME = Symbol('CommandRuntime');

export const commandRuntime = (
  store: EventStore,
  clock: Clock,
  ids: Ids,
  beforeAppend?: CommandRuntime['beforeAppend'],
): CommandRuntime => ({
  ...(beforeAppend ? { beforeAppend } : {}),
  store,
  clock,
  ids,
  queue: new StreamQueue(),
  folds: new FoldCache(),
});

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
}

/** Builds the command from facts gathered afresh on each attempt. */
export type CommandSource<C extends Command> = (gather: Gather) => Promise<C> | C;

const load = async <S, C extends Command, E extends Event, Code extends string>(
  { store, folds }: CommandRuntime,
  aggregate: Aggregate<S, C, E, Code>,
  stream: string,
): Promise<Fold<S>> => {
  const kept = folds.get<S>(stream) ?? emptyFold(aggregate.decider.initialState());
  const fold = await foldTail(store, aggregate, stream, kept);
  if (fold.revision >= 0) folds.set(stream, fold);
  return fold;
};

/** The state of an aggregate as its stream stands now, outside any command. */
export const loadState = async <S, C extends Command, E extends Event, Code extends string>(
  runtime: CommandRuntime,
  aggregate: Aggregate<S, C, E, Code>,
  id: string,
): Promise<S> =>
  (await load(runtime, aggregate, streamName(runtime.store.installation, aggregate.category, id))).state;

const gatherer = (runtime: CommandRuntime, guards: Guard[]): Gather => {
  const withRevision: Gather['withRevision'] = async (aggregate, id) => {
    const stream = streamName(runtime.store.installation, aggregate.category, id);
    const { state, revision } = await load(runtime, aggregate, stream);
    guards.push({ stream, revision });
    return { state, revision };
  };
  const state = async <S, C extends Command, E extends Event, Code extends string>(
    aggregate: Aggregate<S, C, E, Code>,
    id: string,
  ): Promise<S> => (await withRevision(aggregate, id)).state;
  return Object.assign(state, { withRevision });
};

/** The answer to a command this stream has already seen, or the refusal of its key with another body. */
const repeated = (id: string, stream: string, fold: Fold<unknown>, commandId: string, request: Request) => {
  const seen = fold.seen.get(commandId);
  if (!seen) return undefined;
  if (seen.digest !== request.bodyDigest)
    return refuse<RunCode>(
      'idempotency-key-reused',
      'This Idempotency-Key was used before with another body. Send a new key, or the first body again.',
    );
  return {
    outcome: 'accepted',
    id,
    stream,
    revision: seen.revision,
    position: seen.position,
  } satisfies Receipt;
};

const staleRevision = (fold: Fold<unknown>, { expectedRevision }: Request) =>
  expectedRevision === undefined || expectedRevision === fold.revision
    ? undefined
    : refuse<RunCode>(
        'revision-mismatch',
        `You last saw revision ${expectedRevision}, it is now at ${fold.revision}. Read it again and decide anew.`,
      );

/** Repeats the identical batch after an unknown outcome, until it is known or the deadline has passed. */
const appendUntilKnown = async (
  { store, clock, ids }: CommandRuntime,
  stream: string,
  batch: readonly EventToStore[],
  fold: Fold<unknown>,
  deadline: number,
): Promise<Appended> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await store.append(stream, batch, fold.revision < 0 ? 'no-stream' : fold.revision);
    } catch (error) {
      const wait = 250 * attempt * (1 + ids.fraction());
      if (!(error instanceof OutcomeUnknown) || Date.parse(clock.now()) + wait > deadline) throw error;
      await clock.pause(wait);
    }
  }
};

/**
 * Load, gather, fold, decide, append, retry: the only place where a decider meets a store. A command seen before yields no
 * event and the same receipt. A lost race is decided anew until the deadline; an unknown outcome repeats the same bytes.
 * @throws OutcomeUnknown (may be stored: repeat with the same key) | TooContended | StoreUnavailable (nothing stored)
 */
export const runCommand = <S, C extends Command, E extends Event, Code extends string>(
  runtime: CommandRuntime,
  aggregate: Aggregate<S, C, E, Code>,
  id: string,
  request: Request,
  command: CommandSource<C>,
): Promise<Receipt | Refused<Code | RunCode>> => {
  const stream = streamName(runtime.store.installation, aggregate.category, id);
  const deadline = Date.parse(runtime.clock.now()) + COMMAND_DEADLINE_MS;
  return runtime.queue.run(stream, async () => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await attemptOnce(runtime, aggregate, id, stream, request, command, deadline);
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
        const wait = Math.min(10 * 2 ** attempt, 250) * runtime.ids.fraction();
        if (Date.parse(runtime.clock.now()) + wait > deadline)
          throw new TooContended(`${stream}: others kept writing until the deadline.`, { cause: error });
        await runtime.clock.pause(wait);
      }
    }
  });
};

const attemptOnce = async <S, C extends Command, E extends Event, Code extends string>(
  runtime: CommandRuntime,
  aggregate: Aggregate<S, C, E, Code>,
  id: string,
  stream: string,
  request: Request,
  command: CommandSource<C>,
  deadline: number,
): Promise<Receipt | Refused<Code | RunCode>> => {
  const fold = await load(runtime, aggregate, stream);
  const commandId = commandIdOf(request, stream);
  const known = repeated(id, stream, fold, commandId, request) ?? staleRevision(fold, request);
  if (known) return known;

  const guards: Guard[] = [];
  const asked = await command(gatherer(runtime, guards));
  const now = runtime.clock.now();
  const context = { actor: request.actor, at: request.knownAt ?? now, now, origin: request.origin };
  const verdict = aggregate.decider.decide(asked, fold.state, context);
  if (verdict.outcome === 'refused') return verdict;
  if (verdict.events.length === 0)
    return { outcome: 'accepted', id, stream, revision: fold.revision, position: fold.position ?? '0' };

  const after = verdict.events.reduce(aggregate.decider.evolve, fold.state);
  const portfolio = aggregate.portfolioOf(after);
  await runtime.beforeAppend?.({ category: aggregate.category, portfolio, request });
  const meta = {
    ...metadataOf(request, commandId, now),
    ...(portfolio === undefined ? {} : { portfolio }),
    guards,
  };
  const batch = sealAll(runtime.ids, aggregate, verdict.events, stream, fold, meta);
  const { revision, position } = await appendUntilKnown(runtime, stream, batch, fold, deadline);
  return { outcome: 'accepted', id, stream, revision, position };
};

const metadataOf = (request: Request, commandId: string, recordedAt: string) => {
  const { actor, authentication, onBehalfOf, bodyDigest, correlationId, causationId, knownAt, origin } =
    request;
  return {
    actor,
    authentication,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    commandId,
    bodyDigest,
    correlationId,
    ...(causationId === undefined ? {} : { causationId }),
    recordedAt,
    ...(knownAt === undefined ? {} : { knownAt }),
    origin,
  };
};

const sealAll = <S, C extends Command, E extends Event, Code extends string>(
  ids: Ids,
  { codec }: Aggregate<S, C, E, Code>,
  events: readonly E[],
  stream: string,
  fold: Fold<S>,
  meta: Omit<Metadata, 'stream' | 'revision' | 'previous'>,
): readonly EventToStore[] => {
  let { revision, hash } = fold;
  return events.map((event) => {
    revision += 1;
    const place = { stream, revision, previous: hash };
    const sealed = seal(
      { id: ids.uuid(), ...codec.encode(event), meta: { ...place, ...meta } },
      codec.wordsOf(event),
      () => ids.salt(),
    );
    hash = sealed.hash;
    return { id: sealed.id, type: sealed.type, bytes: sealed.bytes };
  });
};
