import { ReadReq, type ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { ServerWritableStream } from '@grpc/grpc-js';
import { handlerThrew, notReadable, streamDeleted, type Failure } from './failures';
import { filterOf } from './filter';
import type { Log, Recorded } from './log';
import { readEvent, streamName, streamNotFound } from './messages';
import { isSoftDeleted, visible } from './stream-metadata';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** Writes and waits until the client has room; false when it has gone. */
export const send = async (call: ReadCall, message: ReadResp): Promise<boolean> => {
  if (call.cancelled || call.destroyed) return false;
  if (call.write(message)) return true;
  return new Promise((resolve) => {
    const done = (): void => {
      call.off('drain', done).off('cancelled', done).off('close', done);
      resolve(!call.cancelled);
    };
    call.on('drain', done).on('cancelled', done).on('close', done);
  });
};

export const fail = (call: ReadCall, failure: Failure): void => {
  call.emit('error', failure);
};

const sendAll = async (call: ReadCall, events: readonly Recorded[]): Promise<void> => {
  for (const event of events) if (!(await send(call, readEvent(event)))) return;
  call.end();
};

const isBackwards = (options: ReadReq.Options): boolean =>
  options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;

const count = (options: ReadReq.Options): number => Number(options.getCount());

const readStream = async (log: Log, call: ReadCall, options: ReadReq.Options): Promise<void> => {
  const from = options.getStream();
  const stream = streamName(from?.getStreamIdentifier());
  if (log.isTombstoned(stream)) return fail(call, streamDeleted(stream));
  if (log.stream(stream).length === 0 || isSoftDeleted(log, stream)) {
    await send(call, streamNotFound(stream));
    return void call.end();
  }
  const events = visible(log, stream, Date.now());
  const start = from?.hasEnd() ? Infinity : from?.hasRevision() ? Number(from.getRevision()) : 0;
  const chosen = isBackwards(options)
    ? events.filter((event) => event.revision <= start).reverse()
    : events.filter((event) => event.revision >= start);
  await sendAll(call, chosen.slice(0, count(options)));
};

/** Index of the first record to return forwards, or of the one after the first backwards: a position is exclusive there. */
export const startIndex = (log: Log, from: ReadReq.Options.AllOptions | undefined): number | undefined => {
  const position = from?.getPosition();
  if (position === undefined) return from?.hasEnd() ? log.records.length : 0;
  const at = Number(position.getCommitPosition());
  const index = log.indexOf(at);
  const isRecordStart = index === log.records.length || log.records[index]?.position === at;
  return isRecordStart ? index : undefined;
};

const readAll = async (log: Log, call: ReadCall, options: ReadReq.Options): Promise<void> => {
  const start = startIndex(log, options.getAll());
  if (start === undefined) return fail(call, notReadable());
  const { matches } = filterOf(options);
  const records = isBackwards(options) ? log.records.slice(0, start).reverse() : log.records.slice(start);
  await sendAll(call, records.filter(matches).slice(0, count(options)));
};

/** Reads that end: of one stream or of `$all`, forwards or backwards. */
export const read = async (log: Log, call: ReadCall, options: ReadReq.Options): Promise<void> => {
  if (count(options) === 0) return fail(call, handlerThrew());
  return options.hasAll() ? readAll(log, call, options) : readStream(log, call, options);
};
