import {
  AccessDeniedError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  StreamDeletedError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import {
  AppendRefused,
  OutcomeUnknown,
  RevisionConflict,
  StoreUnavailable,
  type ExpectedRevision,
} from '@docket/kernel';
import { inWords } from './in-words';

/** What the client library says when the call never left this process, or the server turned it away unread. */
const NEVER_TAKEN =
  /no connection established|ECONNREFUSED|name resolution failed|server is (not ready|too busy)/i;

/** Whether the server has answered, if only with a refusal: nothing is wrong with the way there. */
export const isAnswer = (error: unknown): boolean =>
  error instanceof WrongExpectedVersionError ||
  error instanceof StreamDeletedError ||
  error instanceof MaxAppendSizeExceededError ||
  isDenied(error);

const UNAUTHENTICATED = 16;
const PERMISSION_DENIED = 7;

/** Whether the server refuses the user; the client gives some of its failures back as the transport had them. */
export const isDenied = (error: unknown): boolean =>
  error instanceof AccessDeniedError ||
  (error instanceof Error &&
    'code' in error &&
    (error.code === UNAUTHENTICATED || error.code === PERMISSION_DENIED));

const deleted = (stream: string, error: unknown): StoreUnavailable =>
  new StoreUnavailable(
    `Stream ${stream} was deleted in EventStoreDB, and Docket never deletes. Restore the database from a backup.`,
    { cause: error },
  );

const isNeverTaken = (error: unknown): boolean =>
  isDenied(error) ||
  error instanceof NotLeaderError ||
  (error instanceof Error && NEVER_TAKEN.test(error.message));

/** A failed read, in the words of the port. */
export const toReadFailure = (error: unknown, what: string): Error => {
  if (error instanceof StoreUnavailable) return error;
  if (error instanceof StreamDeletedError) return deleted(error.streamName, error);
  return new StoreUnavailable(`EventStoreDB did not answer ${what}: ${inWords(error)}`, { cause: error });
};

/** A failed append, in the words of the port. What is not known to have failed is an unknown outcome. */
export const toAppendFailure = (error: unknown, stream: string, expected: ExpectedRevision): Error => {
  if (error instanceof OutcomeUnknown || error instanceof StoreUnavailable) return error;
  if (error instanceof WrongExpectedVersionError) {
    const actual = typeof error.actualVersion === 'bigint' ? Number(error.actualVersion) : 'no-stream';
    return new RevisionConflict(stream, expected, actual);
  }
  if (error instanceof StreamDeletedError) return deleted(stream, error);
  if (error instanceof MaxAppendSizeExceededError)
    return new AppendRefused(`EventStoreDB takes at most ${error.maxAppendSize} bytes in one append.`, {
      cause: error,
    });
  if (isNeverTaken(error))
    return new StoreUnavailable(`EventStoreDB did not take the append: ${inWords(error)}`, { cause: error });
  return new OutcomeUnknown(`EventStoreDB broke off an append to ${stream}: ${inWords(error)}`, {
    cause: error,
  });
};
