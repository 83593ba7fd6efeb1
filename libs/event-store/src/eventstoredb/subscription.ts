import { streamNameFilter, type AllStreamResolvedEvent } from '@eventstore/db-client';
import type { LogMessage, Position, StoredEvent } from '@docket/kernel';
import { letGo } from './deadline';
import type { Followed } from './followed';
import type { Line } from './line';
import { nobodyListens, Patience } from './patience';
import { toServerPosition } from './positions';
import { toStoredEvent } from './stored-event';
import { describedBy, metadataOf } from './truncation';
import { Silence, Watch } from './watch';

/** Stand in the client's own buffer behind the events that came before them. */
const CAUGHT_UP = Symbol('caught up');
const ALIVE = Symbol('alive');
const LEFT = Symbol('left');

type Message = AllStreamResolvedEvent | typeof CAUGHT_UP | typeof ALIVE | typeof LEFT | Silence;

/** So many records of others may pass, in pages of 32, before the server says how far it has looked. */
const CHECKPOINT_INTERVAL = 32;

const opened = ({ connection, prefix }: Followed, { client }: Line, after: Position) => {
  const source = client.subscribeToAll({
    fromPosition: toServerPosition(after),
    filter: streamNameFilter({
      prefixes: [prefix, metadataOf(prefix)],
      checkpointInterval: CHECKPOINT_INTERVAL,
      checkpointReached: async () => void source.push(ALIVE),
    }),
    credentials: connection.credentials,
  });
  source.on('error', nobodyListens);
  source.on('confirmation', () => source.push(ALIVE));
  source.on('caughtUp', () => source.push(CAUGHT_UP));
  return source;
};

/**
 * An event of a stream that is ours, or nothing: metadata of such a stream were only looked at, and a stream that is none
 * of ours was told about.
 * @throws ForeignEvent | TruncatedStream | StoreUnavailable
 */
const ours = async (
  { isOurs, truncations, answerMs, onStranger }: Followed,
  message: AllStreamResolvedEvent,
): Promise<StoredEvent | undefined> => {
  const stream = message.event?.streamId ?? '';
  const described = describedBy(stream);
  if (isOurs(stream)) return toStoredEvent(message);
  if (described === undefined) onStranger(stream);
  else if (isOurs(described)) await truncations.refuse(described, new Patience(answerMs));
  return undefined;
};

/**
 * One catch-up subscription of the server to the streams of a prefix, until it breaks, ends, falls silent or `signal`
 * aborts. Reading it with `for await` is what holds the server back when the reader is slow.
 * @throws Silence | ForeignEvent | TruncatedStream | StoreUnavailable, and what the client throws
 */
export async function* subscription(
  log: Followed,
  after: Position,
  signal: AbortSignal,
): AsyncGenerator<LogMessage, void, undefined> {
  const line = log.connection.take();
  const source = opened(log, line, after);
  const say = (message: Message): void => void source.push(message);
  const watch = new Watch(log, after, say);
  // also for a reader that never comes back for the next message
  const leave = (): void => {
    watch.end();
    say(LEFT);
    letGo(source, () => source.unsubscribe());
  };
  signal.addEventListener('abort', leave, { once: true });
  try {
    const messages: AsyncIterator<Message> = source.iterator({ destroyOnReturn: false });
    for (;;) {
      watch.waits();
      const { done, value: message } = await messages.next();
      if (done || message === LEFT) return;
      if (message instanceof Silence) throw message;
      const event = typeof message === 'symbol' ? undefined : await ours(log, message);
      watch.came(event?.position);
      if (event !== undefined) yield { kind: 'event', event };
      else if (message === CAUGHT_UP) yield { kind: 'caught-up' };
    }
  } catch (error) {
    if (error instanceof Silence) log.connection.replace(line);
    throw error;
  } finally {
    signal.removeEventListener('abort', leave);
    leave();
    line.release();
  }
}
