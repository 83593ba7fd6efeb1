import {
  DeleteResp,
  TombstoneResp,
  type DeleteReq,
  type TombstoneReq,
} from '@eventstore/db-client/generated/streams_pb';
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { streamDeleted, wrongVersion, type Failure } from './failures';
import type { Log } from './log';
import { streamName } from './messages';
import { metadataStream, softDelete } from './stream-metadata';
import { judgeDelete, type Expected } from './write';

type Options = DeleteReq.Options | TombstoneReq.Options;
type Removed = Readonly<{ position: number }> | Readonly<{ failure: Failure }>;

const expectedOf = (options: Options | undefined): Expected => {
  if (options?.hasRevision()) return Number(options.getRevision());
  if (options?.hasNoStream()) return 'no-stream';
  return options?.hasStreamExists() ? 'stream-exists' : 'any';
};

/** How a real server spells what is no revision in this failure. */
const VERSION_NUMBERS = { any: -2, 'no-stream': -1, 'stream-exists': -4 } as const;

const number = (expected: Expected): number =>
  typeof expected === 'number' ? expected : VERSION_NUMBERS[expected];

const remove = (
  log: Log,
  options: Options | undefined,
  hide: (stream: string, id: string) => number,
  known: (stream: string) => boolean,
): Removed => {
  const [stream, expected, id] = [
    streamName(options?.getStreamIdentifier()),
    expectedOf(options),
    randomUUID(),
  ];
  const refused = judgeDelete(log, stream, expected, id);
  if (refused?.kind === 'deleted') return { failure: streamDeleted(stream) };
  if (refused?.kind === 'wrong-version')
    return { failure: wrongVersion(stream, number(expected), refused.current) };
  if (!known(stream)) return { failure: wrongVersion(stream, number(expected), -1) };
  return { position: hide(stream, id) };
};

/** The soft delete: reads find nothing, the next `no_stream` counts on. */
export const softDeleteStream =
  (log: Log) =>
  (call: ServerUnaryCall<DeleteReq, DeleteResp>, answer: sendUnaryData<DeleteResp>): void => {
    const exists = (stream: string): boolean =>
      log.stream(stream).length > 0 || log.stream(metadataStream(stream)).length > 0;
    const removed = remove(log, call.request.getOptions(), (stream) => softDelete(log, stream), exists);
    if ('failure' in removed) return answer(removed.failure);
    const position = new DeleteResp.Position()
      .setCommitPosition(String(removed.position))
      .setPreparePosition(String(removed.position));
    void log.flushed().then(() => answer(null, new DeleteResp().setPosition(position)));
  };

/** The tombstone: for ever, also for a stream that never was. */
export const tombstoneStream =
  (log: Log) =>
  (call: ServerUnaryCall<TombstoneReq, TombstoneResp>, answer: sendUnaryData<TombstoneResp>): void => {
    const removed = remove(
      log,
      call.request.getOptions(),
      (stream, id) => log.tombstone(stream, id),
      () => true,
    );
    if ('failure' in removed) return answer(removed.failure);
    const position = new TombstoneResp.Position()
      .setCommitPosition(String(removed.position))
      .setPreparePosition(String(removed.position));
    void log.flushed().then(() => answer(null, new TombstoneResp().setPosition(position)));
  };
