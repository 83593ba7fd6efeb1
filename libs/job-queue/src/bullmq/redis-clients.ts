import { Redis, type RedisOptions } from 'ioredis';
import { endsWithin } from '../work/alarm';
import { shownAddress } from './redis-address';
import { checkRedis, refusedFor, unreachable } from './redis-checks';

/** How long the first connection may take, in milliseconds. */
const CONNECT_MS = 5_000;

/** For those who ask and wait for an answer: while Redis is away, a command fails at once instead of waiting for it. */
const ASKING: RedisOptions = { enableOfflineQueue: false, maxRetriesPerRequest: 1 };

/** For those who work: a command waits until Redis is back (BullMQ asks for the `null`). */
const WORKING: RedisOptions = { maxRetriesPerRequest: null };

const SHARED: RedisOptions = { connectTimeout: CONNECT_MS, lazyConnect: true };

/** Connects, once. @throws JobsUnavailable | UnsuitableRedis */
const connected = async (client: Redis, address: string): Promise<void> => {
  let why: unknown;
  // the first error says what is so; the later ones say only that there is no connection
  const note = (error: unknown): void => void (why ??= error);
  client.on('error', note);
  await endsWithin(CONNECT_MS, client.connect().catch(note));
  client.off('error', note);
  if (client.status === 'ready') return;
  client.disconnect();
  throw refusedFor(why, address) ?? unreachable(address, why ?? 'no answer in time');
};

/** The connections of one queue to one Redis. */
export class RedisClients {
  /** For who asks. */
  readonly asking: Redis;
  private readonly opened: Redis[] = [];
  private isEnding = false;

  constructor(
    private readonly url: string,
    readonly address: string,
  ) {
    this.asking = this.open(ASKING);
  }

  /** One more, for who works; BullMQ makes others after its example. */
  working(): Redis {
    return this.open(WORKING);
  }

  /** Connects who asks. @throws JobsUnavailable | UnsuitableRedis */
  connect(): Promise<void> {
    return connected(this.asking, this.address);
  }

  /** Lets whoever is without Redis now not come back: what waits for it fails at the next try, within a second. */
  expectNothingMore(): void {
    this.isEnding = true;
  }

  /**
   * Ends all connections. One that is about to connect again would never say that it has ended, nor fail what waits in it: it
   * ends at its next try.
   */
  end(): void {
    this.isEnding = true;
    for (const client of this.opened) if (client.status !== 'reconnecting') client.disconnect();
  }

  /** A connection that costs nobody his process by an error that nobody listens to: who asks is answered, who works is told. */
  private open(options: RedisOptions): Redis {
    const retryStrategy = (times: number): number | null =>
      this.isEnding ? null : Math.min(50 * times, 1_000);
    const client = new Redis(this.url, { ...SHARED, retryStrategy, ...options });
    this.opened.push(client.on('error', () => undefined));
    return client;
  }
}

/** Connects to Redis and looks whether it can keep jobs. @throws JobsUnavailable | UnsuitableRedis */
export const connectRedis = async (
  url: string,
): Promise<Readonly<{ clients: RedisClients; notices: readonly string[] }>> => {
  const clients = new RedisClients(url, shownAddress(url));
  try {
    await clients.connect();
    return { clients, notices: await checkRedis(clients.asking, clients.address) };
  } catch (error) {
    clients.end();
    throw error;
  }
};
