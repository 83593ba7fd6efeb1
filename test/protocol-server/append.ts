import { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb';
import type { sendUnaryData, ServerReadableStream } from '@grpc/grpc-js';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import {
  commitTimedOut,
  handlerThrew,
  MAX_APPEND_SIZE,
  maxAppendSizeExceeded,
  streamDeleted,
} from './failures';
import type { Log, Proposed } from './log';
import { empty, proposed, streamName } from './messages';
import { write, type Expected, type Written } from './write';

const expectedOf = (options: AppendReq.Options): Expected => {
  if (options.hasRevision()) return Number(options.getRevision());
  if (options.hasNoStream()) return 'no-stream';
  return options.hasStreamExists() ? 'stream-exists' : 'any';
};

const success = ({ revision, position }: Extract<Written, { kind: 'written' }>): AppendResp => {
  const answer = new AppendResp.Success().setPosition(
    new AppendResp.Position().setCommitPosition(String(position)).setPreparePosition(String(position)),
  );
  return new AppendResp().setSuccess(
    revision < 0 ? answer.setNoStream(empty()) : answer.setCurrentRevision(String(revision)),
  );
};

const wrongVersion = (expected: Expected, current: number): AppendResp => {
  const answer = new AppendResp.WrongExpectedVersion();
  if (typeof expected === 'number') answer.setExpectedRevision(String(expected));
  else if (expected === 'no-stream') answer.setExpectedNoStream(empty());
  else if (expected === 'stream-exists') answer.setExpectedStreamExists(empty());
  else answer.setExpectedAny(empty());
  if (current < 0) answer.setCurrentNoStream(empty());
  else answer.setCurrentRevision(String(current));
  return new AppendResp().setWrongExpectedVersion(answer);
};

type Call = ServerReadableStream<AppendReq, AppendResp>;

const receive = async (
  call: Call,
): Promise<{ options: AppendReq.Options; events: Proposed[]; size: number }> => {
  let options = new AppendReq.Options();
  const events: Proposed[] = [];
  let size = 0;
  for await (const request of call as AsyncIterable<AppendReq>) {
    const message = request.getProposedMessage();
    options = request.getOptions() ?? options;
    if (message === undefined) continue;
    size += message.getData_asU8().length;
    if (size > MAX_APPEND_SIZE) break;
    events.push(proposed(message));
  }
  return { options, events, size };
};

/** A real server gives a write up after that long. */
const WRITE_TIMEOUT_MS = 2_000;

type Admit = (ids: readonly string[], isBrokenOff: boolean) => Promise<boolean>;

/** A connection that broke in the midst of a batch ends it as its last message would, and is told a turn later. */
const answerTo = async (
  log: Log,
  admit: Admit,
  call: Call,
  answer: sendUnaryData<AppendResp>,
): Promise<void> => {
  const { options, events, size } = await receive(call);
  if (size > MAX_APPEND_SIZE) return answer(maxAppendSizeExceeded());
  await nextTurn();
  const [stream, expected] = [streamName(options.getStreamIdentifier()), expectedOf(options)];
  if (
    !(await admit(
      events.map(({ id }) => id),
      call.cancelled,
    ))
  ) {
    await delay(WRITE_TIMEOUT_MS);
    return answer(commitTimedOut());
  }
  const written = write(log, stream, expected, events);
  await log.flushed();
  if (written.kind === 'deleted') return answer(streamDeleted(stream));
  answer(null, written.kind === 'written' ? success(written) : wrongVersion(expected, written.current));
};

/** The classic append: options first, one message per event, one answer. A batch that is not admitted times out. */
export const append =
  (log: Log, admit: Admit) =>
  (call: Call, answer: sendUnaryData<AppendResp>): void => {
    answerTo(log, admit, call, answer).catch(() => answer(handlerThrew()));
  };
