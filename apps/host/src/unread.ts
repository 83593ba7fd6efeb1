import type { EventStore, ReadModel } from '@docket/kernel';
import { inTime } from './in-time';
import { eventsBehind } from './projection-status';
import type { FirstUnread } from './system';

/**
 * The first event that the log holds and the read model does not; `undefined` where there is none, and where one of both does not
 * answer: then nothing is known of it.
 */
export const firstUnread = async (
  store: EventStore,
  readModel: ReadModel,
): Promise<FirstUnread | undefined> => {
  try {
    const { position, number } = await inTime(() => readModel.checkpoint());
    const { oldest } = await inTime((signal) => eventsBehind(store, position, 1, signal));
    return oldest === undefined ? undefined : { recordedAt: oldest, number };
  } catch {
    return undefined;
  }
};
