import { Redis, type RedisOptions } from 'ioredis';
import { endsWithin } from '../work/alarm';
import { checkRedis, refusedFor, unavailable } from './redis-checks';
import { shownAddress } from './redis-address';

/** How long the first connection may take, in milliseconds. */
const CONNECT_MS = 5_000;

/** Between two tries to connect again: quick at first, then every second. */
const retryStrategy = (times: number): number => Math.min(50 * times, 1_000);

/** For those who ask and wait for an answer: while Redis is away, a command fails at once instead of waiting for it. */
const ASKING: RedisOptions = { enableOfflineQueue: false, maxRetriesPerRequest: 1 };

/** For those who work: a command waits until Redis is back (BullMQ asks for the `null`). */
const WORKING: RedisOptions = { maxRetriesPerRequest: null };

const SHARED: RedisOptions = { retryStrategy, connectTimeout: CONNECT_MS, lazyConnect: true };

/** A connection that loses nobody its process by an error that nobody listens to: who asks is answered, who works is told. */
const clientOf = (url: string, options: RedisOptions): Redis =>
  new Redis(url, { ...SHARED, ...options }).on('error', () => undefined);

/** Connects, once: what fails is told and not tried again. */
const connected = async (client: Redis, address: string): Promise<void> => {
  let why: unknown = 'no answer in time';
  client.on('error', (error) => (why = error));
  const ready = client.connect().catch((error: unknown) => {
    why = refusedFor(why, address) === undefined ? error : why;
    throw error;
  });
  await endsWithin(CONNECT_MS, ready);
  if (client.status === 'ready') return;
  client.disconnect();
  throw refusedFor(why, address) ?? unavailable(address, why);
};

/** The connections to one Redis. */
export type RedisClients = Readonly<{
  address: string;
  /** For who asks. */
  asking: Redis;
  /** Opens one more, for who works. */
  working: () => Redis;
  notices: readonly string[];
}>;

/** Connects to Redis and looks whether it can keep jobs. @throws JobsUnavailable | UnsuitableRedis */
export const connectRedis = async (url: string): Promise<RedisClients> => {
  const address = shownAddress(url);
  const probe = clientOf(url, { ...ASKING, retryStrategy: () => null });
  try {
    await connected(probe, address);
    const notices = await checkRedis(probe, address);
    const asking = clientOf(url, ASKING);
    await connected(asking, address);
    return { address, asking, working: () => clientOf(url, WORKING), notices };
  } finally {
    probe.disconnect();
  }
};
