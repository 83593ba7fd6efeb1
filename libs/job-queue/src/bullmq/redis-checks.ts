import { isLoopback, JobRefused, JobsUnavailable } from '@docket/kernel';
import type { Redis, RedisOptions } from 'ioredis';
import { UnsuitableRedis } from '../unsuitable-redis';
import { messageOf } from './error-message';

const OLDEST_VERSION = '6.2.0';

type Info = ReadonlyMap<string, string>;

/** The lines `name:value` of Redis' INFO. */
export const infoOf = (text: string): Info =>
  new Map(
    text
      .split(/\r?\n/)
      .filter((line) => line.includes(':'))
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  );

/** What a Redis must be; the first that is not so is told. */
const NEEDED: readonly Readonly<{ isSo: (info: Info) => boolean; says: (info: Info) => string }>[] = [
  {
    isSo: (info) =>
      (info.get('redis_version') ?? '').localeCompare(OLDEST_VERSION, 'en', { numeric: true }) >= 0,
    says: (info) =>
      `is Redis ${info.get('redis_version') ?? 'of an unknown version'}; ${OLDEST_VERSION} or later is needed`,
  },
  {
    isSo: (info) => info.get('role') !== 'slave',
    says: () => 'is a replica, which takes no writes: set DOCKET_JOBS to its primary',
  },
  {
    isSo: (info) => info.get('maxmemory_policy') === 'noeviction',
    says: (info) =>
      `throws keys away when its memory is full (maxmemory-policy is ${info.get('maxmemory_policy')}), jobs among them: set \`maxmemory-policy noeviction\`, or give Docket a Redis of its own`,
  },
];

/** @throws UnsuitableRedis for the first thing that is not as it must be */
export const assertSuitable = (info: Info, address: string): void => {
  const wrong = NEEDED.find(({ isSo }) => !isSo(info));
  if (wrong) throw new UnsuitableRedis(`Redis at ${address} ${wrong.says(info)}.`);
};

/** Points in time at which Redis saves itself; `undefined` where it does not tell, as hosted ones do not. */
const savePoints = async (client: Redis): Promise<string | undefined> => {
  try {
    const [, points] = await client.config('GET', 'save');
    return points;
  } catch {
    return undefined;
  }
};

/** What the person who starts it should know: a Redis that keeps nothing over a restart. */
const noticeOf = async (client: Redis, info: Info, address: string): Promise<readonly string[]> => {
  if (info.get('aof_enabled') !== '0' || (await savePoints(client)) !== '') return [];
  return [
    `Redis at ${address} keeps nothing over a restart (appendonly no, save ""): jobs that wait are lost with it, what is due is found again from the log within a minute, dead jobs are forgotten. Set \`appendonly yes\`.`,
  ];
};

/** Refuses a Redis on another machine that is spoken to without TLS, unless that is allowed. @throws UnsuitableRedis */
export const refuseInsecure = (
  { host = 'localhost', path, tls }: Pick<RedisOptions, 'host' | 'path' | 'tls'>,
  address: string,
  allowInsecure: boolean,
): void => {
  if (tls || path !== undefined || isLoopback(host) || allowInsecure) return;
  throw new UnsuitableRedis(
    `Redis at ${address} is on another machine, and without TLS everybody on the way reads and changes what is said to it. ` +
      'Let that server speak TLS and write rediss:// in its address; in a network that is closed to all others, DOCKET_INSECURE=on takes it as it is.',
  );
};

const REFUSED = /^(WRONGPASS|NOAUTH|NOPERM|ERR AUTH|ERR invalid password)/;

/** What Redis refuses us for, in words; `undefined` for everything else. */
export const refusedFor = (error: unknown, address: string): UnsuitableRedis | undefined =>
  REFUSED.test(messageOf(error))
    ? new UnsuitableRedis(
        `Redis at ${address} refuses user or password (${messageOf(error).split(' ')[0]}): mend both in DOCKET_JOBS, redis://USER:PASSWORD@HOST:PORT, and give the user the rights +@all ~*.`,
        { cause: error },
      )
    : undefined;

/** The client goes on in the first database where the one of its address is refused, which may be somebody else's. */
const select = async (client: Redis, address: string): Promise<void> => {
  const { db = 0 } = client.options;
  try {
    await client.select(db);
  } catch (cause) {
    if (!/DB index|not allowed in cluster/i.test(messageOf(cause))) throw cause;
    throw new UnsuitableRedis(
      `Redis at ${address} has no database ${db} (${messageOf(cause)}): name another at the end of DOCKET_JOBS, or let it have more (databases).`,
      { cause },
    );
  }
};

/** Looks at a Redis that was just connected to. @returns notices @throws UnsuitableRedis | JobsUnavailable */
export const checkRedis = async (client: Redis, address: string): Promise<readonly string[]> => {
  try {
    await select(client, address);
    const info = infoOf(await client.info());
    assertSuitable(info, address);
    return await noticeOf(client, info, address);
  } catch (error) {
    if (error instanceof UnsuitableRedis) throw error;
    throw refusedFor(error, address) ?? unavailable(address, error);
  }
};

/** That Redis did not answer when it was first spoken to: one without TLS says nothing to whoever speaks TLS. */
export const unreachable = (address: string, cause: unknown): JobsUnavailable =>
  address.startsWith('rediss:')
    ? outOf(address, cause, 'start it, mend DOCKET_JOBS, or write redis:// where it has no TLS')
    : unavailable(address, cause);

/** A Redis that answers and keeps nothing, by the word it says it with: what would help. */
const KEEPS_NOTHING: readonly (readonly [RegExp, string])[] = [
  [
    /\bOOM\b/,
    'its memory is full. Give it more (maxmemory), or remove what else is in it; jobs are kept again from then on',
  ],
  [
    /\bREADONLY\b/,
    'it is a replica, which takes no writes. Set DOCKET_JOBS to its primary, or make it one (replicaof no one)',
  ],
  [
    /\bMISCONF\b/,
    'it cannot save what it holds, and takes nothing more. Its own log says why, often a full disk or a folder it may not write to',
  ],
  [
    /\bNOREPLICAS\b/,
    'it has fewer replicas than it asks for (min-replicas-to-write), and takes nothing without them. Bring them back',
  ],
];

/** That Redis does not answer, or takes nothing, and why, as far as it is known. */
export const unavailable = (address: string, cause: unknown): JobsUnavailable => {
  const said = messageOf(cause);
  const [, why] = KEEPS_NOTHING.find(([word]) => word.test(said)) ?? [];
  return why === undefined
    ? outOf(address, cause, 'start it, or mend DOCKET_JOBS')
    : new JobsUnavailable(`The job queue, Redis at ${address}, keeps no jobs: ${why}. (${said})`, { cause });
};

const outOf = (address: string, cause: unknown, help: string): JobsUnavailable =>
  new JobsUnavailable(`The job queue, Redis at ${address}, does not answer (${messageOf(cause)}): ${help}.`, {
    cause,
  });

/** What is to be said of a Redis that has come back: also what a start would refuse it for. */
export const noticesAgain = (redis: Redis, address: string): Promise<readonly string[]> =>
  checkRedis(redis, address).catch((error: unknown) =>
    error instanceof UnsuitableRedis ? [error.message] : [],
  );

/** What is no trouble with Redis: a refusal, or a bug, which is not to be taken for an outage. */
const isOurs = (error: unknown): boolean =>
  [JobsUnavailable, JobRefused, TypeError, ReferenceError, RangeError].some((one) => error instanceof one);

/** What a question to Redis failed with, as an outage where it is one. */
export const asOutage = (address: string, error: unknown): unknown =>
  isOurs(error) ? error : unavailable(address, error);
