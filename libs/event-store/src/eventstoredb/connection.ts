import { EventStoreDBClient, type Credentials } from '@eventstore/db-client';
import { StoreUnavailable } from '@docket/kernel';
import { nobodyListens, within } from './deadline';

const USER_INFO = /^[a-z+]+:\/\/([^:@/]+):([^@/]+)@/;

/** An insecure server does not read them; they are sent all the same because they select the classic append. */
const IGNORED: Credentials = { username: 'docket', password: 'docket' };

const credentialsOf = (url: string): Credentials => {
  const [, username, password] = USER_INFO.exec(url) ?? [];
  if (username !== undefined && password !== undefined)
    return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  if (/[?&]tls=false(&|$)/i.test(url)) return IGNORED;
  throw new StoreUnavailable('A secure EventStoreDB wants a user: esdb://USER:PASSWORD@HOST:PORT.');
};

/** The client waits for each of its streams to end; that long, a close waits for the client. */
const DISPOSE_MS = 2_000;

/**
 * One client of one server and what is under way on it. Everything that talks to the server comes through here, so that
 * this is the one place where a client is made, closed and, one day, replaced.
 */
export class Connection {
  readonly credentials: Credentials;
  /** For calls inside `during`, which may still finish while the connection closes. */
  readonly client: EventStoreDBClient;
  private readonly underWay = new Set<Promise<unknown>>();
  private readonly closing = new AbortController();
  private closed: Promise<void> | undefined;

  /** @throws StoreUnavailable when a secure server's URL names no user */
  constructor(url: string) {
    this.credentials = credentialsOf(url);
    this.client = EventStoreDBClient.connectionString(url);
  }

  /** Aborts when the connection begins to close. */
  get closingSignal(): AbortSignal {
    return this.closing.signal;
  }

  /** Does something that `close` waits for. @throws StoreUnavailable when the store was closed */
  during<T>(work: () => Promise<T>): Promise<T> {
    if (this.closing.signal.aborted)
      return Promise.reject(new StoreUnavailable('The event store was closed.'));
    const running = work();
    this.underWay.add(running);
    const done = (): boolean => this.underWay.delete(running);
    running.then(done, done);
    return running;
  }

  close(): Promise<void> {
    this.closed ??= this.finish();
    return this.closed;
  }

  private async finish(): Promise<void> {
    this.closing.abort();
    await Promise.allSettled(this.underWay);
    await within(DISPOSE_MS, this.client.dispose(), () => new Error('too late')).catch(nobodyListens);
  }
}
