import {
  commandRuntime,
  decodeStored,
  digestOfBody,
  runCommand,
  type Clock,
  type EventStore,
  type Ids,
  type Request,
  type StoredEvent,
} from '@docket/kernel';
import { Redactions, REDACTIONS_ID, type RecordRedactions } from '../domain/redactions';
import { CopyStopped } from './copy-refusal';

type Recorded = RecordRedactions['data']['redactions'];

/** So many redactions fit into one append, whatever their reasons. */
const AT_ONCE = 200;

/** The id of the event that a record of redactions is about. */
export const recordedEvent = (event: StoredEvent): string =>
  decodeStored(Redactions.codec, event).data.eventId;

const requestFor = (redactions: Recorded, ids: Ids): Request => {
  const bodyDigest = digestOfBody(redactions);
  return {
    ...{ actor: 'operator', authentication: 'command-line', operation: 'record-redactions' },
    ...{ key: bodyDigest, bodyDigest, correlationId: ids.uuid(), origin: 'live' },
  };
};

/** Puts on record in the copy what comes without its words; what is there already is not said again. @throws CopyStopped */
export const recordRedactions = async (
  { to, clock, ids }: Readonly<{ to: EventStore; clock: Clock; ids: Ids }>,
  all: Recorded,
): Promise<void> => {
  const runtime = commandRuntime(to, clock, ids);
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const redactions = all.slice(at, at + AT_ONCE);
    const told = await runCommand(runtime, Redactions, REDACTIONS_ID, requestFor(redactions, ids), () => ({
      type: 'RecordRedactions',
      data: { redactions },
    }));
    if (told.outcome === 'refused') throw new CopyStopped('redactions-refused', told.refusal.message);
  }
};
