import { StreamTampered } from '@docket/kernel';
import type { Patience } from './patience';
import type { Reading } from './reading';

/** A stream whose metadata take events away from its readers. Reading it again changes nothing. */
export class TruncatedStream extends StreamTampered {}

const TRUNCATING = ['$maxCount', '$maxAge', '$tb'] as const;
const METADATA = '$$';

/** The stream whose metadata stand in a stream of that name; `undefined` for a stream of events. */
export const describedBy = (stream: string): string | undefined =>
  stream.startsWith(METADATA) ? stream.slice(METADATA.length) : undefined;

/** Where the metadata of a stream, or of all whose name begins so, stand. */
export const metadataOf = (stream: string): string => `${METADATA}${stream}`;

const truncating = (metadata: unknown): string[] => {
  if (typeof metadata !== 'object' || metadata === null) return [];
  const entries = new Map(Object.entries(metadata));
  return TRUNCATING.filter((key) => entries.has(key)).map((key) => `${key} ${entries.get(key)}`);
};

/** Which streams are truncated by their metadata, as far as somebody has looked: what is missing from one cannot be told from what never was. */
export class Truncations {
  private readonly known = new Set<string>();

  constructor(private readonly reading: Reading) {}

  /** Refuses a stream whose metadata hide events. @throws TruncatedStream | StoreUnavailable */
  async refuse(stream: string, patience: Patience): Promise<void> {
    const found = truncating((await this.reading.lastOf(metadataOf(stream), patience))?.event?.data);
    this.known.delete(stream);
    if (found.length === 0) return;
    this.known.add(stream);
    throw new TruncatedStream(
      `Stream ${stream} is truncated by its metadata in EventStoreDB (${found.join(', ')}), so its history is not whole. ` +
        'Remove these metadata, or restore the database from a backup if the events are gone.',
    );
  }

  /** Refuses a stream that was found to be truncated, and still is; of any other nothing is asked. @throws TruncatedStream | StoreUnavailable */
  async refuseKnown(stream: string, patience: Patience): Promise<void> {
    if (this.known.has(stream)) await this.refuse(stream, patience);
  }
}
