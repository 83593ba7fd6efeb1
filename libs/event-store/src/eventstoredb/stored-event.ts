import type { AllStreamRecordedEvent, AllStreamResolvedEvent, ResolvedEvent } from '@eventstore/db-client';
import { StreamTampered, type StoredEvent } from '@docket/kernel';
import { toPosition } from './positions';

/** An event under our names that somebody else wrote. Reading it again changes nothing. */
export class ForeignEvent extends StreamTampered {}

const WHAT_HELPS =
  'Only Docket may write to streams of this name. If none of its events is Docket’s, delete that stream and scavenge; ' +
  'else restore the database from a backup from before.';

/**
 * One recorded event in our words.
 * @throws ForeignEvent for one that somebody else wrote: as JSON, so that its bytes cannot be had, without a position, or
 * the server itself, for a stream that was deleted for ever
 */
export const toStoredEvent = (resolved: ResolvedEvent | AllStreamResolvedEvent): StoredEvent => {
  const event: Partial<AllStreamRecordedEvent> = resolved.event ?? {};
  const { streamId: stream = '', id = '', type = '', revision = -1n, position, data } = event;
  if (type === '$streamDeleted')
    throw new ForeignEvent(
      `Stream ${stream} was deleted in EventStoreDB, and Docket never deletes. Restore the database from a backup.`,
    );
  if (position === undefined || !(data instanceof Uint8Array))
    throw new ForeignEvent(`Event ${revision} of ${stream} was not written by Docket. ${WHAT_HELPS}`);
  return { stream, revision: Number(revision), id, type, bytes: data, position: toPosition(position) };
};
