import type { EventStore, ReadModel } from '@docket/kernel';
import { EventNotApplied, type ProjectionRunner } from '@docket/read-model';
import { systemClock } from './clock';
import type { ProjectionStatus } from './system';

const COUNT_LIMIT = 1_000;

/** How many events of the log the read model does not hold yet; at most 1,000 are counted. */
const eventsBehind = async (
  store: EventStore,
  readModel: ReadModel,
): Promise<Readonly<{ events: number; seconds: number }>> => {
  const { position } = await readModel.checkpoint();
  const stop = new AbortController();
  let events = 0;
  let oldest: string | undefined;
  for await (const message of store.subscribe({ after: position, signal: stop.signal })) {
    if (message.kind === 'caught-up' || events === COUNT_LIMIT) break;
    events += 1;
    oldest ??= message.event.bytes.length > 0 ? recordedAt(message.event.bytes) : undefined;
  }
  stop.abort();
  const now = Date.parse(systemClock.now());
  return {
    events,
    seconds: oldest === undefined ? 0 : Math.max(0, Math.round((now - Date.parse(oldest)) / 1_000)),
  };
};

const recordedAt = (bytes: Uint8Array): string | undefined =>
  /"recordedAt":"([^"]{24})"/.exec(Buffer.from(bytes).toString('utf8'))?.[1];

/** The state of the projections as readiness tells it. */
export const projectionStatus = async (
  runner: ProjectionRunner | undefined,
  readModel: ReadModel,
  store: EventStore,
): Promise<ProjectionStatus> => {
  const { number } = await readModel.checkpoint();
  const lag = await eventsBehind(store, readModel);
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
