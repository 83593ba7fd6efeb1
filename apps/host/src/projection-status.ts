import {
  BuildReplaced,
  LogTampered,
  PositionBeyondEnd,
  ReadModelGone,
  ReadModelUnavailable,
  StoreUnavailable,
  type EventStore,
  type Instant,
  type Position,
  type ReadModel,
} from '@docket/kernel';
import { EventNotApplied, type ProjectionRunner } from '@docket/read-model';
import { systemClock } from './clock';
import { inTime, Silent } from './in-time';
import { ReadModelUnusable } from './read-model-trouble';
import type { ProjectionStatus, Unanswered } from './system';

const COUNT_LIMIT = 1_000;

type Lag = NonNullable<ProjectionStatus['lag']>;

/** `atLeast`: there are more than were counted. */
type Behind = Readonly<{ events: number; atLeast: boolean; oldest: Instant | undefined }>;

/** How many events of the log come after a position, no more than `most` counted, and when the first of them was recorded. */
export const eventsBehind = async (
  store: EventStore,
  position: Position | undefined,
  most: number,
  signal: AbortSignal,
): Promise<Behind> => {
  let events = 0;
  let atLeast = false;
  let oldest: Instant | undefined;
  for await (const message of store.subscribe({ after: position, signal })) {
    if (message.kind === 'caught-up') break;
    atLeast = events === most;
    if (atLeast) break;
    events += 1;
    oldest ??= message.event.bytes.length > 0 ? recordedAt(message.event.bytes) : undefined;
  }
  return { events, atLeast, oldest };
};

/** How many events of the log the read model does not hold yet; at most 1,000 are counted. */
const lagBehind = async (
  store: EventStore,
  position: Position | undefined,
  signal: AbortSignal,
): Promise<Lag> => {
  const { events, oldest, atLeast } = await eventsBehind(store, position, COUNT_LIMIT, signal);
  const now = Date.parse(systemClock.now());
  return {
    events,
    ...(atLeast ? { atLeast } : {}),
    seconds: oldest === undefined ? 0 : Math.max(0, Math.round((now - Date.parse(oldest)) / 1_000)),
  };
};

const recordedAt = (bytes: Uint8Array): Instant | undefined =>
  /"recordedAt":"([^"]{24})"/.exec(Buffer.from(bytes).toString('utf8'))?.[1];

const OUTAGES = [Silent, StoreUnavailable, ReadModelUnavailable, BuildReplaced];

type Answer<T> = Readonly<{ said: T; unanswered: readonly [] }>;
type None = Readonly<{ said?: undefined; unanswered: readonly Unanswered[] }>;

/** What a part answers in time, or that it does not. @throws what is no outage */
const answerOf = async <T>(
  part: Unanswered,
  ask: (signal: AbortSignal) => Promise<T>,
  answerMs?: number,
): Promise<Answer<T> | None> => {
  try {
    return { said: await inTime(ask, answerMs), unanswered: [] };
  } catch (error) {
    if (OUTAGES.some((outage) => error instanceof outage)) return { unanswered: [part] };
    throw error;
  }
};

type Explain = (error: unknown) => unknown;

/** A log that somebody changed, or put another in its place, does answer: with what is wrong and what would help. */
const orWrong = async <T>(
  ask: () => Promise<T>,
  explain: Explain,
): Promise<T | Readonly<{ wrong: string }>> => {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof LogTampered || error instanceof PositionBeyondEnd)
      return { wrong: errorOf(explain(error)) };
    throw error;
  }
};

const TOLD = [EventNotApplied, LogTampered, PositionBeyondEnd, ReadModelUnusable];

const errorOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'Error';
  return TOLD.some((told) => error instanceof told) ? error.message : error.name;
};

/** How it is asked: each part is waited for no longer than `answerMs` (400); `explain` gives what to say instead of an error. */
type Asked = Readonly<{ answerMs?: number | undefined; explain?: Explain }>;

/** The state of the projections as readiness tells it: what is known of it where a server does not answer, and which does not. */
export const projectionStatus = async (
  runner: ProjectionRunner | undefined,
  readModel: ReadModel,
  store: EventStore,
  { answerMs, explain = (error) => error }: Asked = {},
): Promise<ProjectionStatus> => {
  let isGone: true | undefined;
  const ask = () => readModel.checkpoint();
  const orGone = (error: unknown): never => {
    if (error instanceof ReadModelGone) isGone = true;
    throw error;
  };
  const checkpoint = await answerOf('read-model', () => ask().catch(orGone), answerMs);
  const { said } = checkpoint;
  const behind = await orWrong(
    () =>
      said
        ? answerOf('event-store', (signal) => lagBehind(store, said.position, signal), answerMs)
        : answerOf('event-store', async () => void (await store.head()), answerMs),
    explain,
  );
  if ('wrong' in behind)
    return { state: 'stopped', number: said?.number ?? null, lag: null, error: behind.wrong };
  const unanswered = [...checkpoint.unanswered, ...behind.unanswered];
  const { state, error } = runner?.status() ?? { state: 'elsewhere' };
  return {
    state,
    number: said?.number ?? null,
    lag: behind.said ?? null,
    ...(unanswered.length === 0 ? {} : { unanswered }),
    ...(isGone ? { isGone } : {}),
    ...(error === undefined ? {} : { error: errorOf(error) }),
  };
};
