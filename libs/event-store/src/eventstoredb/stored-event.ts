import type { AllStreamRecordedEvent, AllStreamResolvedEvent, ResolvedEvent } from '@eventstore/db-client';
import { StoreUnavailable, type StoredEvent } from '@docket/kernel';
import { toPosition } from './positions';

/** An event in a stream of ours that somebody else wrote. Reading it again changes nothing. */
export class ForeignEvent extends StoreUnavailable {}

/**
 * One recorded event in our words.
 * @throws ForeignEvent for one that somebody else wrote: as JSON, so that its bytes cannot be had, or without a position.
 */
export const toStoredEvent = (resolved: ResolvedEvent | AllStreamResolvedEvent): StoredEvent => {
  const event: Partial<AllStreamRecordedEvent> = resolved.event ?? {};
  const { streamId: stream = '', id = '', type = '', revision = -1n, position, data } = event;
  if (position === undefined || !(data instanceof Uint8Array))
    throw new ForeignEvent(
      `Event ${revision} of ${stream} was not written by Docket. Only Docket may write to streams of this name.`,
    );
  return { stream, revision: Number(revision), id, type, bytes: data, position: toPosition(position) };
};
