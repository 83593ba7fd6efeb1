import { JobsUnavailable } from '@docket/kernel';
import { Redis, type RedisOptions } from 'ioredis';
import { endsWithin } from '../work/alarm';
import { shownAddress } from './redis-address';
import { checkRedis, refusedFor, refuseInsecure, unreachable } from './redis-checks';

/** How long the first connection may take, in milliseconds. */
const CONNECT_MS = 5_000;

/** For those who ask and wait for an answer: while Redis is away, a command fails at once instead of waiting for it. */
const ASKING: RedisOptions = { enableOfflineQueue: false, maxRetriesPerRequest: 1 };

/** For those who work: a command waits until Redis is back (BullMQ asks for the `null`). */
const WORKING: RedisOptions = { maxRetriesPerRequest: null };

const SHARED: RedisOptions = { connectTimeout: CONNECT_MS, lazyConnect: true };

/** Connects, once; a client that could not goes on trying. @throws JobsUnavailable | UnsuitableRedis */
const connected = async (client: Redis, address: string): Promise<void> => {
  let why: unknown;
  // the first error says what is so; the later ones say only that there is no connection
  const note = (error: unknown): void => void (why ??= error);
  client.on('error', note);
  await endsWithin(CONNECT_MS, client.connect().catch(note));
  client.off('error', note);
  if (client.status === 'ready') return;
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

/** `isAway`: it did not answer, and is still to be looked at. */
type Connected = Readonly<{ clients: RedisClients; notices: readonly string[]; isAway: boolean }>;

const UNTIL_THEN =
  'Jobs wait until it answers, and what is due is found in the log meanwhile, within a minute.';

/**
 * Connects to Redis and looks whether it can keep jobs. One that is away is a notice where it is taken `evenAway`, and is connected to
 * once it is there. @throws JobsUnavailable | UnsuitableRedis
 */
export const connectRedis = async (
  url: string,
  { evenAway = false, allowInsecure = false }: Readonly<{ evenAway?: boolean; allowInsecure?: boolean }> = {},
): Promise<Connected> => {
  const clients = new RedisClients(url, shownAddress(url));
  try {
    refuseInsecure(clients.asking.options, clients.address, allowInsecure);
    await clients.connect();
    return { clients, notices: await checkRedis(clients.asking, clients.address), isAway: false };
  } catch (error) {
    if (evenAway && error instanceof JobsUnavailable)
      return { clients, notices: [`${error.message} ${UNTIL_THEN}`], isAway: true };
    clients.asking.disconnect();
    clients.end();
    throw error;
  }
};
