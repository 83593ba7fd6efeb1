import { StoreUnavailable } from '@docket/kernel';
import type { Reading } from './reading';

/** What in a stream's metadata takes events away from its readers. */
const TRUNCATING = ['$maxCount', '$maxAge', '$tb'] as const;

const truncating = (metadata: unknown): string[] => {
  if (typeof metadata !== 'object' || metadata === null) return [];
  const entries = new Map(Object.entries(metadata));
  return TRUNCATING.filter((key) => entries.has(key)).map((key) => `${key} ${entries.get(key)}`);
};

/** Refuses a stream whose metadata hide events: what is missing from it cannot be told from what never was. @throws StoreUnavailable */
export const refuseTruncated = async (reading: Reading, stream: string): Promise<void> => {
  const found = truncating((await reading.lastOf(`$$${stream}`))?.event?.data);
  if (found.length === 0) return;
  throw new StoreUnavailable(
    `Stream ${stream} is truncated by its metadata in EventStoreDB (${found.join(', ')}), so its history is not whole. ` +
      'Remove these metadata, or restore the database from a backup if the events are gone.',
  );
};
