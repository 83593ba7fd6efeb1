import { Metadata, status } from '@grpc/grpc-js';

/** A call's failure: gRPC code, sentence and the trailers by which the client tells one from another. */
export type Failure = Readonly<{ code: status; details: string; metadata: Metadata }>;

const failure = (code: status, details: string, trailers: Readonly<Record<string, string>> = {}): Failure => {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return { code, details, metadata };
};

/** The limit over the data of one whole append. */
export const MAX_APPEND_SIZE = 1024 * 1024;

export const handlerThrew = (): Failure => failure(status.UNKNOWN, 'Exception was thrown by handler.');

export const notReadable = (): Failure => failure(status.UNKNOWN, 'Unexpected ReadAllResult: Error');

export const consumerTooSlow = (): Failure =>
  failure(status.ABORTED, 'Operation timed out: Consumer too slow to handle event while live.');

/** What a real server answers an append while it starts. */
export const serverNotReady = (): Failure => failure(status.UNKNOWN, 'Server Is Not Ready');

export const commitTimedOut = (): Failure =>
  failure(status.ABORTED, 'Operation timed out: Commit phase timeout.');

export const accessDenied = (): Failure =>
  failure(status.UNAUTHENTICATED, 'Access Denied', { exception: 'access-denied' });

export const streamDeleted = (stream: string): Failure =>
  failure(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

export const maxAppendSizeExceeded = (): Failure =>
  failure(status.INVALID_ARGUMENT, `Maximum Append Size of ${MAX_APPEND_SIZE} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(MAX_APPEND_SIZE),
  });

export const wrongVersion = (stream: string, expected: number, actual: number): Failure =>
  failure(status.FAILED_PRECONDITION, `Delete failed due to WrongExpectedVersion. Stream: ${stream}`, {
    exception: 'wrong-expected-version',
    'stream-name': stream,
    'expected-version': String(expected),
    'actual-version': String(actual),
  });
