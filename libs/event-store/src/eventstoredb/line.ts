import { EventStoreDBClient } from '@eventstore/db-client';
import type { Address } from './address';
import { channelOf } from './client-internals';
import { nobodyListens, Patience } from './patience';

/** The client waits for each of its streams to end; that long, we wait for the client. */
const DISPOSE_MS = 200;

let made = 0;

/**
 * A client with a connection of its own. Clients of one process share a connection wherever their settings are the same,
 * a dead one too: so each waits a millisecond longer for its pings than the one before.
 */
const openClient = ({ url, keepAliveTimeoutMs }: Address): EventStoreDBClient => {
  made = (made + 1) % 1_000;
  const separator = url.includes('?') ? '&' : '?';
  return EventStoreDBClient.connectionString(
    `${url}${separator}keepAliveTimeout=${keepAliveTimeoutMs + made}`,
  );
};

/** One client and who uses it. Once retired it is closed as soon as nobody does. */
export class Line {
  readonly client: EventStoreDBClient;
  private users = 0;
  private wasUsed = false;
  private failures = 0;
  private onClosed: (() => void) | undefined;
  private closing: Promise<void> | undefined;

  constructor(address: Address) {
    this.client = openClient(address);
  }

  take(): void {
    this.users += 1;
    this.wasUsed = true;
  }

  release(): void {
    this.users -= 1;
    this.closeIfLeft();
  }

  answered(): void {
    this.failures = 0;
  }

  /** How many calls in a row were not answered, this one included. */
  failed(): number {
    this.failures += 1;
    return this.failures;
  }

  /** Closes it when the last user has let it go, and says so. */
  retire(onClosed: () => void): void {
    this.onClosed = onClosed;
    this.closeIfLeft();
  }

  /** Ends what is still under way; never rejects, never waits long. */
  close(): Promise<void> {
    this.closing ??= this.wasUsed ? this.end() : Promise.resolve();
    return this.closing;
  }

  private closeIfLeft(): void {
    if (this.onClosed !== undefined && this.users === 0) void this.close().then(this.onClosed);
  }

  /** The client's own `dispose` leaves the connection open. */
  private async end(): Promise<void> {
    const ended = async (): Promise<void> => {
      const channel = await channelOf(this.client);
      await this.client.dispose().finally(() => channel.close());
    };
    await new Patience(DISPOSE_MS).within(ended(), () => new Error('too late')).catch(nobodyListens);
  }
}
