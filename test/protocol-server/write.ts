import type { Log, Proposed, Recorded } from './log';
import { isSoftDeleted, metadataStream, undelete } from './stream-metadata';

export type Expected = number | 'any' | 'no-stream' | 'stream-exists';

/** How a write ended. `current` and `revision` are -1 where the stream has no event. */
export type Written =
  | Readonly<{ kind: 'written'; revision: number; position: number }>
  | Readonly<{ kind: 'wrong-version'; current: number }>
  | Readonly<{ kind: 'deleted' }>;

type Verdict = Readonly<{ kind: 'free' }> | Exclude<Written, { kind: 'written' }> | Recognised;
type Recognised = Readonly<{ kind: 'recognised'; last: Recorded }>;

const answer = ({ revision, position }: Recorded): Written => ({ kind: 'written', revision, position });

/** With `any` and `stream-exists` the server recognises a batch by a cache of ids. */
const judgeAny = (log: Log, stream: string, ids: readonly string[], current: number): Verdict => {
  const known = ids.map((id) => log.byId(id)).map((event) => (event?.stream === stream ? event : undefined));
  if (known.length === 0 || known[0] === undefined) return { kind: 'free' };
  const last = known.at(-1);
  return last !== undefined && known.every((event) => event !== undefined)
    ? { kind: 'recognised', last }
    : { kind: 'wrong-version', current };
};

/** At an old revision a batch is recognised when all of it stands there, by id. */
const judgeOld = (log: Log, stream: string, expected: number, ids: readonly string[]): Verdict => {
  const events = log.stream(stream);
  const current = events.length - 1;
  const standing = ids.map((id, i) => events[expected + 1 + i]?.id === id);
  const last = events[expected + ids.length];
  if (last !== undefined && ids.length > 0 && standing.every(Boolean)) return { kind: 'recognised', last };
  const recreates = standing[0] === false && expected === -1 && isSoftDeleted(log, stream);
  return recreates ? { kind: 'free' } : { kind: 'wrong-version', current };
};

const judgeExisting = (log: Log, stream: string, current: number): Verdict | undefined => {
  if (isSoftDeleted(log, stream)) return { kind: 'deleted' };
  const exists = current >= 0 || log.stream(metadataStream(stream)).length > 0;
  return exists ? undefined : { kind: 'wrong-version', current };
};

/** The rules of the server's index writer, in its order. */
const judge = (log: Log, stream: string, expected: Expected, ids: readonly string[]): Verdict => {
  const current = log.stream(stream).length - 1;
  if (log.isTombstoned(stream)) return { kind: 'deleted' };
  if (expected === 'any') return judgeAny(log, stream, ids, current);
  if (expected === 'stream-exists')
    return judgeExisting(log, stream, current) ?? judgeAny(log, stream, ids, current);
  const version = expected === 'no-stream' ? -1 : expected;
  if (version < current) return judgeOld(log, stream, version, ids);
  return version > current ? { kind: 'wrong-version', current } : { kind: 'free' };
};

/** Appends to a stream as a real server would. */
export const write = (log: Log, stream: string, expected: Expected, events: readonly Proposed[]): Written => {
  const ids = events.map((event) => event.id);
  const verdict = judge(log, stream, expected, ids);
  if (verdict.kind === 'recognised') return answer(verdict.last);
  if (verdict.kind !== 'free') return verdict;
  if (isSoftDeleted(log, stream)) undelete(log, stream);
  const position = log.add(stream, events);
  return { kind: 'written', revision: log.stream(stream).length - 1, position };
};

/** Checks a delete as a real server does: as a write of one event nobody has seen. */
export const judgeDelete = (
  log: Log,
  stream: string,
  expected: Expected,
  id: string,
): Written | undefined => {
  const verdict = judge(log, stream, expected, [id]);
  return verdict.kind === 'free' || verdict.kind === 'recognised' ? undefined : verdict;
};
