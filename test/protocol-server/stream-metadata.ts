import { randomUUID } from 'node:crypto';
import type { Log, Recorded } from './log';

/** What a stream's metadata say about which of its events can be read. */
type Metadata = Readonly<{ $maxCount?: number; $maxAge?: number; $tb?: number }>;

/** The value of `$tb` that marks a soft delete: the largest revision there is, rounded by `JSON.parse`. */
const DELETED = 2 ** 63;

export const metadataStream = (stream: string): string => `$$${stream}`;

const isMetadataStream = (stream: string): boolean => stream.startsWith('$$');

const read = (log: Log, stream: string): Metadata => {
  if (isMetadataStream(stream)) return { $maxCount: 1 };
  const last = log.stream(metadataStream(stream)).at(-1);
  if (last === undefined || !last.isJson) return {};
  try {
    return JSON.parse(Buffer.from(last.data).toString('utf8')) as Metadata;
  } catch {
    return {};
  }
};

export const isSoftDeleted = (log: Log, stream: string): boolean => (read(log, stream).$tb ?? 0) >= DELETED;

/** Events that a read of the stream may return; `$all` returns all of them. */
export const visible = (log: Log, stream: string, now: number): readonly Recorded[] => {
  const events = log.stream(stream);
  const { $maxCount = Infinity, $maxAge = Infinity, $tb = 0 } = read(log, stream);
  const first = Math.max($tb, events.length - $maxCount);
  return events.filter((event) => event.revision >= first && now - event.created <= $maxAge * 1000);
};

const write = (log: Log, stream: string, metadata: string): number =>
  log.add(metadataStream(stream), [
    {
      id: randomUUID(),
      type: '$metadata',
      isJson: true,
      data: Buffer.from(metadata),
      customMetadata: new Uint8Array(),
    },
  ]);

/** Hides every event of a stream; it counts on where it stopped when written again. */
export const softDelete = (log: Log, stream: string): number =>
  write(log, stream, '{"$tb":9223372036854775807}');

/** What an append to a soft-deleted stream does first: only the events from here on are visible. */
export const undelete = (log: Log, stream: string): number =>
  write(log, stream, JSON.stringify({ ...read(log, stream), $tb: log.stream(stream).length }));
