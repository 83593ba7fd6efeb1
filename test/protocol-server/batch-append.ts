import {
  AllStreamPosition,
  BadRequest,
  MaximumAppendSizeExceeded,
  StreamDeleted,
  StreamIdentifier,
  Timeout,
  WrongExpectedVersion,
} from '@eventstore/db-client/generated/shared_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import { MAX_APPEND_SIZE } from './failures';
import type { Log, Proposed } from './log';
import { proposed, streamIdentifier, streamName } from './messages';
import { write, type Expected, type Written } from './write';

type Call = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;
type Pending = {
  stream: string;
  expected: Expected;
  events: Proposed[];
  size: number;
  timeout: NodeJS.Timeout;
};

/** A real server gives a batch that long, whatever deadline the client names. */
const WRITE_TIMEOUT_MS = 2000;

const expectedOf = (options: BatchAppendReq.Options): Expected => {
  if (options.hasStreamPosition()) return Number(options.getStreamPosition());
  if (options.hasNoStream()) return 'no-stream';
  return options.hasStreamExists() ? 'stream-exists' : 'any';
};

const failed = (
  message: string,
  detail: { serializeBinary(): Uint8Array },
  type: string,
): BatchAppendResp => {
  const details = new Any();
  details.pack(detail.serializeBinary(), `event_store.client.${type}`);
  return new BatchAppendResp().setError(new Status().setMessage(message).setDetails(details));
};

const wrongVersion = (expected: Expected, current: number): BatchAppendResp => {
  const detail = new WrongExpectedVersion();
  if (typeof expected === 'number') detail.setExpectedStreamPosition(String(expected));
  else if (expected === 'no-stream') detail.setExpectedNoStream(new Empty());
  else if (expected === 'stream-exists') detail.setExpectedStreamExists(new Empty());
  else detail.setExpectedAny(new Empty());
  if (current < 0) detail.setCurrentNoStream(new Empty());
  else detail.setCurrentStreamRevision(String(current));
  return failed('WrongExpectedVersion', detail, 'WrongExpectedVersion');
};

const success = ({ revision, position }: Extract<Written, { kind: 'written' }>): BatchAppendResp => {
  const answer = new BatchAppendResp.Success().setPosition(
    new AllStreamPosition().setCommitPosition(String(position)).setPreparePosition(String(position)),
  );
  return new BatchAppendResp().setSuccess(
    revision < 0 ? answer.setNoStream(new Empty()) : answer.setCurrentRevision(String(revision)),
  );
};

const finished = async (log: Log, { stream, expected, events }: Pending): Promise<BatchAppendResp> => {
  const written = write(log, stream, expected, events);
  await log.flushed();
  if (written.kind === 'written') return success(written);
  if (written.kind === 'wrong-version') return wrongVersion(expected, written.current);
  return failed(
    'StreamDeleted',
    new StreamDeleted().setStreamIdentifier(streamIdentifier(stream)),
    'StreamDeleted',
  );
};

/** The appends of one client's shared stream, told apart by correlation id. */
class Batches {
  private readonly pending = new Map<string, Pending>();

  constructor(
    private readonly log: Log,
    private readonly call: Call,
  ) {}

  async receive(request: BatchAppendReq): Promise<void> {
    try {
      await this.take(request);
    } catch (error) {
      const detail = new BadRequest().setMessage(String(error));
      this.answer(
        request,
        failed('Bad Request', detail, 'BadRequest'),
        request.getOptions()?.getStreamIdentifier(),
      );
    }
  }

  close(): void {
    for (const { timeout } of this.pending.values()) clearTimeout(timeout);
    this.pending.clear();
    this.call.end();
  }

  private async take(request: BatchAppendReq): Promise<void> {
    const id = request.getCorrelationId()?.getString() ?? '';
    const options = request.getOptions();
    if (options !== undefined) this.begin(id, request, options);
    const batch = this.pending.get(id);
    if (batch === undefined) return;
    for (const message of request.getProposedMessagesList()) {
      const event = proposed(message);
      batch.events.push(event);
      batch.size += event.data.length;
    }
    const tooLarge = batch.size > MAX_APPEND_SIZE;
    if (!tooLarge && !request.getIsFinal()) return;
    this.forget(id);
    const detail = new MaximumAppendSizeExceeded().setMaxappendsize(MAX_APPEND_SIZE);
    const answer = tooLarge
      ? failed('Too large', detail, 'MaximumAppendSizeExceeded')
      : await finished(this.log, batch);
    this.answer(request, answer, streamIdentifier(batch.stream));
  }

  /** As in a real server, a batch that failed while it was read stays pending and is answered a second time. */
  private begin(id: string, request: BatchAppendReq, options: BatchAppendReq.Options): void {
    const stream = streamName(options.getStreamIdentifier());
    const timeout = setTimeout(() => {
      this.forget(id);
      this.answer(request, failed('Timeout', new Timeout(), 'Timeout'), streamIdentifier(stream));
    }, WRITE_TIMEOUT_MS);
    this.pending.set(id, { stream, expected: expectedOf(options), events: [], size: 0, timeout });
  }

  private forget(id: string): void {
    clearTimeout(this.pending.get(id)?.timeout);
    this.pending.delete(id);
  }

  private answer(
    request: BatchAppendReq,
    answer: BatchAppendResp,
    stream: StreamIdentifier | undefined,
  ): void {
    this.call.write(answer.setCorrelationId(request.getCorrelationId()).setStreamIdentifier(stream));
  }
}

/** The batch append: one stream per client, many appends on it, each in one or more parts, answered by correlation id. */
export const batchAppend =
  (log: Log) =>
  (call: Call): void => {
    const batches = new Batches(log, call);
    call.on('data', (request: BatchAppendReq) => void batches.receive(request));
    call.on('end', () => batches.close());
    call.on('cancelled', () => batches.close());
    call.on('error', () => batches.close());
  };
