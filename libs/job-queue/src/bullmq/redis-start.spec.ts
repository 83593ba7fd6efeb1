import { notRun } from '@docket/kernel/testing';
import { JobsUnavailable } from '@docket/kernel';
import { openBullMqJobs, UnsuitableRedis } from '..';
import { hasRedisServer, startOwnRedis, type OwnRedis } from '../testing';
import { Redis } from 'ioredis';
import { assertSuitable, infoOf, refuseInsecure } from './redis-checks';

/** How opening the queue there ends: its class and message, or what it said on the way. */
const opening = async (url: string) => {
  const notices: string[] = [];
  try {
    const jobs = await openBullMqJobs({ url, installation: 'docket', onNotice: (one) => notices.push(one) });
    await jobs.close();
    return { opened: true, notices };
  } catch (error) {
    return error instanceof Error ? { refused: error.name, because: error.message } : error;
  }
};

const info = (fields: Readonly<Record<string, string>> = {}) =>
  infoOf(
    Object.entries({ redis_version: '7.0.15', role: 'master', maxmemory_policy: 'noeviction', ...fields })
      .map(([name, value]) => `${name}:${value}`)
      .join('\r\n'),
  );

describe('what a Redis must be', () => {
  it.each<Readonly<Record<string, string>>>([
    {},
    { redis_version: '6.2.0' },
    { redis_version: '10.0.1' },
    { os: 'Linux:5' },
  ])('is suitable: %j', (fields) => expect(() => assertSuitable(info(fields), 'redis://here')).not.toThrow());

  it.each<[Readonly<Record<string, string>>, string]>([
    [{ redis_version: '6.0.16' }, 'is Redis 6.0.16; 6.2.0 or later is needed.'],
    [{ role: 'slave' }, 'is a replica, which takes no writes: set DOCKET_JOBS to its primary.'],
    [
      { maxmemory_policy: 'allkeys-lru' },
      'throws keys away when its memory is full (maxmemory-policy is allkeys-lru), jobs among them: set `maxmemory-policy noeviction`, or give Docket a Redis of its own.',
    ],
  ])('is not suitable: %j', (fields, message) =>
    expect(() => assertSuitable(info(fields), 'redis://here')).toThrow(
      new UnsuitableRedis(`Redis at redis://here ${message}`),
    ),
  );
});

describe('an address of Redis', () => {
  const refused = (url: string, allowInsecure = false) => {
    const { options } = new Redis(url, { lazyConnect: true });
    try {
      refuseInsecure(options, 'redis://there', allowInsecure);
      return 'taken';
    } catch (error) {
      return error instanceof UnsuitableRedis ? error.message : error;
    }
  };

  it.each([
    'redis://127.0.0.1:6379',
    'redis://:s3cret@localhost/1',
    'redis://[::1]:6379',
    'redis://?path=/run/redis.sock',
    'rediss://:s3cret@db.example.org',
  ])('is taken where nothing leaves this machine unencrypted: %s', (url) =>
    expect(refused(url)).toBe('taken'),
  );

  it.each(['redis://db.example.org', 'redis://:s3cret@10.0.0.7:6379/2', 'redis://127.0.0.1.example.org'])(
    'is refused without TLS on another machine, and taken when told to: %s',
    (url) => {
      expect(refused(url)).toBe(
        'Redis at redis://there is on another machine, and without TLS everybody on the way reads and changes what is said to it. ' +
          'Let that server speak TLS and write rediss:// in its address; in a network that is closed to all others, DOCKET_INSECURE=on takes it as it is.',
      );
      expect(refused(url, true)).toBe('taken');
    },
  );

  it.each([false, true])(
    'that is refused is never spoken to, even by who goes without it: %s',
    async (evenAway) => {
      const opened = openBullMqJobs({ url: 'redis://192.0.2.1', installation: 'docket', evenAway });
      const closed = opened.then((jobs) => jobs.close(0));
      await expect(closed).rejects.toThrow('Redis at redis://192.0.2.1 is on another machine');
    },
  );
});

describe('a Redis that is not there', () => {
  it('is named, without user and password', async () => {
    const said = await opening('redis://docket:very-secret@127.0.0.1:1/2');
    expect(said).toEqual({
      refused: 'JobsUnavailable',
      because:
        'The job queue, Redis at redis://127.0.0.1:1/2, does not answer (connect ECONNREFUSED 127.0.0.1:1): start it, or mend DOCKET_JOBS.',
    });
  });

  it('is unavailable to whoever looks for that', async () =>
    expect(openBullMqJobs({ url: 'redis://127.0.0.1:1', installation: 'docket' })).rejects.toBeInstanceOf(
      JobsUnavailable,
    ));

  it('may also be a name that nobody knows', async () => {
    const said = await opening('rediss://nowhere.invalid:6379');
    expect(said).toMatchObject({ refused: 'JobsUnavailable' });
    expect(JSON.stringify(said)).toContain('Redis at rediss://nowhere.invalid:6379, does not answer (');
  });
});

if (hasRedisServer())
  describe('a Redis that is there', () => {
    let redis: OwnRedis | undefined;
    const started = async (...options: readonly string[]): Promise<OwnRedis> =>
      (redis = await startOwnRedis(...options));
    afterEach(() => redis?.dispose());

    it('is taken without a word when it keeps what it was given', async () =>
      expect(await opening((await started()).url)).toEqual({ opened: true, notices: [] }));

    it('is taken when it only saves itself now and then', async () =>
      expect(await opening((await started('--appendonly', 'no', '--save', '60 1')).url)).toEqual({
        opened: true,
        notices: [],
      }));

    it('is taken when it keeps nothing over a restart, but that is told', async () => {
      const { url } = await started('--appendonly', 'no', '--save', '');
      expect(await opening(url)).toEqual({
        opened: true,
        notices: [
          `Redis at ${url} keeps nothing over a restart (appendonly no, save ""): jobs that wait are lost with it, what is due is found again from the log within a minute, dead jobs are forgotten. Set \`appendonly yes\`.`,
        ],
      });
    });

    it('is refused when it throws keys away', async () => {
      const { url } = await started('--maxmemory-policy', 'allkeys-lru');
      expect(await opening(url)).toEqual({
        refused: 'UnsuitableRedis',
        because: `Redis at ${url} throws keys away when its memory is full (maxmemory-policy is allkeys-lru), jobs among them: set \`maxmemory-policy noeviction\`, or give Docket a Redis of its own.`,
      });
    });

    it('is refused when it has no database of the number in the address, and nothing is put into another', async () => {
      const { url } = await started();
      expect(await opening(`${url}/99`)).toEqual({
        refused: 'UnsuitableRedis',
        because: `Redis at ${url}/99 has no database 99 (ERR DB index is out of range): name another at the end of DOCKET_JOBS, or let it have more (databases).`,
      });
      expect(await opening(`${url}/3`)).toEqual({ opened: true, notices: [] });
    });

    it('is refused when it is a replica', async () => {
      const { url } = await started('--replicaof', '127.0.0.1 1');
      expect(await opening(url)).toEqual({
        refused: 'UnsuitableRedis',
        because: `Redis at ${url} is a replica, which takes no writes: set DOCKET_JOBS to its primary.`,
      });
    });

    it.each([
      ['no password', '', 'NOAUTH'],
      ['a wrong password', ':wrong@', 'WRONGPASS'],
      ['an unknown user', 'nobody:wrong@', 'WRONGPASS'],
    ])('says so to %s, and shows none', async (_, login, code) => {
      const { port } = await started('--requirepass', 'very-secret');
      const address = `redis://127.0.0.1:${port}`;
      expect(await opening(`redis://${login}127.0.0.1:${port}`)).toEqual({
        refused: 'UnsuitableRedis',
        because: `Redis at ${address} refuses user or password (${code}): mend both in DOCKET_JOBS, redis://USER:PASSWORD@HOST:PORT, and give the user the rights +@all ~*.`,
      });
      expect(await opening(`redis://:very-secret@127.0.0.1:${port}`)).toEqual({ opened: true, notices: [] });
    });

    it('is refused to a user who may not look', async () => {
      const { port } = await started('--user', 'docket', 'on', '>secret', '~*', '+ping', '+hello', '+client');
      expect(await opening(`redis://docket:secret@127.0.0.1:${port}`)).toMatchObject({
        refused: 'UnsuitableRedis',
        because: expect.stringContaining('refuses user or password (NOPERM)'),
      });
    });

    it('says to whoever speaks TLS to it that it may have none', async () => {
      const address = (await started()).url.replace('redis:', 'rediss:');
      const said = await opening(address);
      expect(said).toMatchObject({ refused: 'JobsUnavailable' });
      expect(JSON.stringify(said)).toMatch(
        /does not answer \(.+\): start it, mend DOCKET_JOBS, or write redis:\/\/ where it has no TLS\."/,
      );
    });

    it('is not waited for without end when it hangs', async () => {
      const own = await started();
      own.freeze();
      expect(await opening(own.url)).toMatchObject({
        refused: 'JobsUnavailable',
        because: expect.stringContaining(`Redis at ${own.url}, does not answer (`),
      });
      own.thaw();
    });
  });
else notRun('start checks of a Redis', 'there is no redis-server on this machine: install redis-server');
