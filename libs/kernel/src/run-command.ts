import type { Aggregate } from './aggregate';
import { appendUntilKnown, fitsOneAppend, metadataOf, sealAll } from './append';
import { COMMAND_DEADLINE_MS, Deadline } from './deadline';
import { refuse, type Refused } from './decider';
import type { Guard } from './envelope';
import { MAX_APPEND_BYTES, RevisionConflict, streamName } from './event-store.port';
import { emptyFold, type Fold } from './fold';
import { gatherer, loadFold, type Gather } from './gather';
import type { Command, Event } from './messages';
import { checkKnownAt, commandIdOf, newIdFor, type Receipt, type Request, type RunCode } from './request';
import type { CommandRuntime } from './runtime';
import { later } from './time';

/** The deadline passed while others kept writing to the stream or stood before this one: nothing was stored. */
export class TooContended extends Error {
  override readonly name = 'TooContended';
}

/** Builds the command from facts gathered afresh on each attempt. */
export type CommandSource<C extends Command> = (gather: Gather) => Promise<C> | C;

/** One request on its way to one stream. */
type Errand<S, C extends Command, E extends Event, Code extends string> = Readonly<{
  runtime: CommandRuntime;
  aggregate: Aggregate<S, C, E, Code>;
  id: string;
  stream: string;
  request: Request;
  commandId: string;
  command: CommandSource<C>;
  deadline: Deadline;
}>;

/** The answer to a command this stream has already seen, or the refusal of its key with another body. */
const repeated = (
  {
    id,
    stream,
    commandId,
    request,
  }: Readonly<{ id: string; stream: string; commandId: string; request: Request }>,
  fold: Fold<unknown>,
) => {
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

/**
 * Load, gather, fold, decide, append, retry: the only place where a decider meets a store. A command seen before yields no
 * event and the same receipt. A creation is first judged unread: only the same request can have begun its stream before, and
 * the store takes a first event only where there is none. Nothing is judged earlier than the last fact it stands on, whatever the clock says. A lost race is decided anew until the deadline; an unknown outcome repeats the same bytes.
 * @throws OutcomeUnknown (may be stored: repeat with the same key) | TooContended | StoreUnavailable (nothing stored; LogReplaced among them); and, of
 * a bug of ours, NotJson | ImpossibleRequest | BrokenEnvelope | UnknownStoredEvent
 */
export const runCommand = <S, C extends Command, E extends Event, Code extends string, const Asked extends C>(
  runtime: CommandRuntime,
  aggregate: Aggregate<S, C, E, Code>,
  id: string,
  request: Request,
  command: CommandSource<Asked>,
): Promise<Receipt | Refused<Code | RunCode>> => {
  const stream = streamName(runtime.store.installation, aggregate.category, id);
  const deadline = new Deadline(runtime.clock, COMMAND_DEADLINE_MS);
  const commandId = commandIdOf(request, stream);
  const errand = {
    runtime: { ...runtime, deadline },
    aggregate,
    id,
    stream,
    request,
    commandId,
    command,
    deadline,
  };
  return runtime.turns.run(stream, () => tryUntilDeadline(errand));
};

const tryUntilDeadline = async <S, C extends Command, E extends Event, Code extends string>(
  errand: Errand<S, C, E, Code>,
): Promise<Receipt | Refused<Code | RunCode>> => {
  const { runtime, stream, deadline } = errand;
  if (deadline.hasPassed) throw new TooContended(`${stream}: the deadline passed before its turn came.`);
  if (runtime.logWatch) await runtime.logWatch.assertSame();
  const isCreation = errand.id === newIdFor(errand.request);
  const created = isCreation ? await createUnread(errand) : undefined;
  if (created) return created;
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOn(errand, await loadFold(runtime, errand.aggregate, stream));
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
      if (!(await deadline.pause(Math.min(10 * 2 ** attempt, 250) * runtime.ids.fraction())))
        throw new TooContended(`${stream}: others kept writing until the deadline.`, { cause: error });
    }
  }
};

/** The receipt of a creation whose stream was not there; what else became of it says nothing of the stream as it stands. */
const createUnread = async <S, C extends Command, E extends Event, Code extends string>(
  errand: Errand<S, C, E, Code>,
): Promise<Receipt | undefined> => {
  try {
    const answer = await attemptOn(errand, emptyFold(errand.aggregate.decider.initialState()));
    return answer.outcome === 'accepted' && answer.revision >= 0 ? answer : undefined;
  } catch (error) {
    if (error instanceof RevisionConflict) return undefined;
    throw error;
  }
};

const attemptOn = async <S, C extends Command, E extends Event, Code extends string>(
  errand: Errand<S, C, E, Code>,
  fold: Fold<S>,
): Promise<Receipt | Refused<Code | RunCode>> => {
  const { runtime, aggregate, id, stream, request, command } = errand;
  const known = repeated(errand, fold) ?? staleRevision(fold, request);
  if (known) return known;

  const gathered = { guards: [], recordedAt: fold.recordedAt };
  const asked = await command(gatherer(runtime, gathered));
  const now = later(runtime.clock.now(), gathered.recordedAt);
  const { actor, reach = 'anything', knownAt, origin } = request;
  const context = { actor, reach, at: knownAt ?? now, now, origin };
  const verdict = aggregate.decider.decide(asked, fold.state, context);
  if (verdict.outcome === 'refused') return verdict;
  if (verdict.events.length === 0)
    return { outcome: 'accepted', id, stream, revision: fold.revision, position: fold.position ?? '0' };
  return runtime.inFlight.during(now, () => record(errand, fold, verdict.events, gathered.guards, now));
};

/** Stores what was decided behind the fold it was decided on. */
const record = async <S, C extends Command, E extends Event, Code extends string>(
  { runtime, aggregate, id, stream, request, commandId, deadline }: Errand<S, C, E, Code>,
  fold: Fold<S>,
  events: readonly E[],
  guards: readonly Guard[],
  now: string,
): Promise<Receipt | Refused<RunCode>> => {
  checkKnownAt(request, now);
  const portfolio = aggregate.portfolioOf(events.reduce(aggregate.decider.evolve, fold.state));
  const meta = {
    ...metadataOf(request, commandId, now),
    ...(portfolio === undefined ? {} : { portfolio }),
    guards,
  };
  const batch = sealAll(runtime.ids, aggregate, events, stream, fold, meta);
  if (!fitsOneAppend(batch)) return tooLarge;
  await runtime.beforeAppend?.({ category: aggregate.category, portfolio, request });
  const { revision, position } = await appendUntilKnown(runtime, stream, batch, fold, deadline);
  return { outcome: 'accepted', id, stream, revision, position };
};

const tooLarge = refuse<RunCode>(
  'body-too-large',
  `Together this is more than the ${MAX_APPEND_BYTES / 1000} kB that can be recorded at once. Shorten its texts, or send it in parts.`,
);
