import { StoreUnavailable, type EventStore, type ReadModel } from '@docket/kernel';
import { EventNotApplied, type ProjectionRunner } from '@docket/read-model';
import { systemClock } from './clock';
import type { ProjectionStatus } from './system';

const COUNT_LIMIT = 1_000;
/** A store that says nothing for so long does not answer. */
const ANSWER_MS = 3_000;

type Lag = ProjectionStatus['lag'];

/** How many events of the log the read model does not hold yet; at most 1,000 are counted. */
const eventsBehind = async (store: EventStore, readModel: ReadModel, signal: AbortSignal): Promise<Lag> => {
  const { position } = await readModel.checkpoint();
  let events = 0;
  let atLeast = false;
  let oldest: string | undefined;
  for await (const message of store.subscribe({ after: position, signal })) {
    if (message.kind === 'caught-up') break;
    atLeast = events === COUNT_LIMIT;
    if (atLeast) break;
    events += 1;
    oldest ??= message.event.bytes.length > 0 ? recordedAt(message.event.bytes) : undefined;
  }
  const now = Date.parse(systemClock.now());
  return {
    events,
    ...(atLeast ? { atLeast } : {}),
    seconds: oldest === undefined ? 0 : Math.max(0, Math.round((now - Date.parse(oldest)) / 1_000)),
  };
};

const recordedAt = (bytes: Uint8Array): string | undefined =>
  /"recordedAt":"([^"]{24})"/.exec(Buffer.from(bytes).toString('utf8'))?.[1];

/** What `count` gives; ends it, and throws, when the store says nothing. @throws StoreUnavailable */
const inTime = async (count: (signal: AbortSignal) => Promise<Lag>, answerMs: number): Promise<Lag> => {
  const stop = new AbortController();
  const silence = new Promise<never>((_, reject) =>
    AbortSignal.timeout(answerMs).addEventListener('abort', () =>
      reject(new StoreUnavailable(`It said nothing for ${answerMs} ms.`)),
    ),
  );
  return Promise.race([count(stop.signal), silence]).finally(() => stop.abort());
};

/** The state of the projections as readiness tells it. @throws StoreUnavailable when the log does not answer within `answerMs` */
export const projectionStatus = async (
  runner: ProjectionRunner | undefined,
  readModel: ReadModel,
  store: EventStore,
  answerMs = ANSWER_MS,
): Promise<ProjectionStatus> => {
  const { number } = await readModel.checkpoint();
  const lag = await inTime((signal) => eventsBehind(store, readModel, signal), answerMs);
  const status = runner?.status();
  const state = status?.state ?? 'elsewhere';
  const error = status?.error;
  return {
    state,
    number,
    lag,
    ...(error === undefined
      ? {}
      : {
          error:
            error instanceof EventNotApplied ? error.message : error instanceof Error ? error.name : 'Error',
        }),
  };
};
