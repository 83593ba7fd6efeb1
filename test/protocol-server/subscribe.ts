import type { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { notReadable, streamDeleted } from './failures';
import { filterOf, PAGE } from './filter';
import type { Log, Recorded } from './log';
import { caughtUp, checkpoint, confirmation, readEvent, streamName } from './messages';
import { fail, send, startIndex, type ReadCall } from './read';
import { isSoftDeleted, visible } from './stream-metadata';

/** A real server goes from catching up to live in a few milliseconds, and says so after them. */
const GO_LIVE_MS = 5;

/** Resolves after the next append, or when the client has gone. */
const nextAppend = (log: Log, call: ReadCall): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      stop();
      call.off('cancelled', done).off('close', done);
      resolve();
    };
    const stop = log.onAppended(done);
    call.on('cancelled', done).on('close', done);
  });

const isOpen = (call: ReadCall): boolean => !call.cancelled && !call.destroyed && call.writable;

/** Sends what a page of records holds for this reader and says how far it has looked. */
class AllReader {
  private considered = 0;

  constructor(
    private readonly call: ReadCall,
    private readonly filter: ReturnType<typeof filterOf>,
  ) {}

  async page(records: readonly Recorded[]): Promise<void> {
    let last = records[0]?.position ?? 0;
    for (const event of records.filter(this.filter.matches)) {
      if (!(await send(this.call, readEvent(event)))) return;
      last = event.position;
    }
    this.considered += records.length;
    if (this.considered < this.filter.checkpointEvery) return;
    this.considered %= this.filter.checkpointEvery;
    await send(this.call, checkpoint(last));
  }
}

const subscribeAll = async (
  log: Log,
  call: ReadCall,
  options: ReadReq.Options,
  paced: () => Promise<void>,
): Promise<void> => {
  const from = options.getAll();
  const start = startIndex(log, from);
  if (start === undefined) return fail(call, notReadable());
  const filter = filterOf(options);
  const reader = new AllReader(call, filter);
  let next = from?.hasPosition() ? start + 1 : start;
  let live = false;
  await send(call, confirmation(randomUUID()));
  while (isOpen(call)) {
    const page = log.records.slice(next, next + Math.min(filter.window, PAGE));
    await reader.page(page);
    await paced();
    next += page.length;
    if (next < log.records.length) continue;
    if (!live) {
      await delay(GO_LIVE_MS);
      if (next >= log.records.length) live = await send(call, caughtUp());
    } else await nextAppend(log, call);
  }
};

/** A stream that does not exist yet is waited for; only one that does is said to be caught up. */
const subscribeStream = async (log: Log, call: ReadCall, options: ReadReq.Options): Promise<void> => {
  const from = options.getStream();
  const stream = streamName(from?.getStreamIdentifier());
  let next = from?.hasRevision() ? Number(from.getRevision()) + 1 : 0;
  if (from?.hasEnd()) next = log.stream(stream).length;
  let live = false;
  await send(call, confirmation(randomUUID()));
  while (isOpen(call)) {
    if (log.isTombstoned(stream)) return fail(call, streamDeleted(stream));
    const events = isSoftDeleted(log, stream) ? [] : visible(log, stream, Date.now());
    for (const event of events.filter(({ revision }) => revision >= next)) {
      await send(call, readEvent(event));
      next = event.revision + 1;
    }
    if (next < log.stream(stream).length) continue;
    if (!live && events.length > 0) {
      await delay(GO_LIVE_MS);
      if (next >= log.stream(stream).length) live = await send(call, caughtUp());
    } else await nextAppend(log, call);
  }
};

/** Reads that do not end: what is there, then what comes. A start position is exclusive. */
export const subscribe =
  (paced: () => Promise<void>) =>
  (log: Log, call: ReadCall, options: ReadReq.Options): Promise<void> =>
    options.hasAll() ? subscribeAll(log, call, options, paced) : subscribeStream(log, call, options);
