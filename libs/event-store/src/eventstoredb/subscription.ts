import { streamNameFilter, type AllStreamResolvedEvent } from '@eventstore/db-client';
import type { LogMessage, Position } from '@docket/kernel';
import { letGo, nobodyListens } from './deadline';
import type { Followed } from './followed';
import { toServerPosition } from './positions';
import { toStoredEvent } from './stored-event';

/** Stands in the client's own buffer behind the events that came before it. */
const CAUGHT_UP = Symbol('caught up');

/**
 * One catch-up subscription of the server to the streams of a prefix, until it breaks, ends or `signal` aborts. Reading
 * it with `for await` is what holds the server back when the reader is slow.
 */
export async function* subscription(
  { connection, prefix, isOurs }: Followed,
  after: Position,
  signal: AbortSignal,
): AsyncGenerator<LogMessage, void, undefined> {
  const source = connection.client.subscribeToAll({
    fromPosition: toServerPosition(after),
    filter: streamNameFilter({ prefixes: [prefix] }),
    credentials: connection.credentials,
  });
  const leave = (): void => letGo(source, () => source.unsubscribe());
  source.on('error', nobodyListens);
  source.on('caughtUp', () => source.push(CAUGHT_UP));
  signal.addEventListener('abort', leave, { once: true });
  try {
    const messages = source.iterator({ destroyOnReturn: false });
    for await (const message of messages as AsyncIterable<AllStreamResolvedEvent | typeof CAUGHT_UP>)
      if (message === CAUGHT_UP) yield { kind: 'caught-up' };
      else if (isOurs(message.event?.streamId ?? '')) yield { kind: 'event', event: toStoredEvent(message) };
  } finally {
    signal.removeEventListener('abort', leave);
    leave();
  }
}
