import { resolve } from 'node:path';
import { readSettings, WrongSettings } from './settings';

const servers = {
  DOCKET_EVENT_STORE: 'esdb://127.0.0.1:2113?tls=false',
  DOCKET_READ_MODEL: 'postgres://docket@127.0.0.1:5432/docket',
  DOCKET_JOBS: 'redis://127.0.0.1:6379',
};
const mistakesOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    if (error instanceof WrongSettings) return error.mistakes;
    throw error;
  }
};

describe('settings', () => {
  it('are none on a laptop: embedded, in ./data, on 127.0.0.1:3000, with the sample', () =>
    expect(readSettings({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      sample: true,
      insecure: false,
      installation: 'docket',
      logLevel: 'info',
      notices: [],
      profile: { kind: 'embedded', folder: resolve('data') },
    }));

  it('load the sample into servers only where that is asked for', () =>
    expect(
      [{}, { DOCKET_SAMPLE: 'on' }, { DOCKET_SAMPLE: 'off' }].map(
        (more) => readSettings({ ...servers, ...more }).sample,
      ),
    ).toEqual([false, true, false]));

  it('take all three servers together', () =>
    expect(readSettings(servers).profile).toEqual({
      kind: 'server',
      eventStore: servers.DOCKET_EVENT_STORE,
      readModel: servers.DOCKET_READ_MODEL,
      jobs: servers.DOCKET_JOBS,
    }));

  it.each(Object.keys(servers))('refuse half a server profile: only %s', (name) =>
    expect(mistakesOf({ [name]: servers[name as keyof typeof servers] })).toEqual([
      expect.stringContaining('set all three for the server profile, or none for the embedded one'),
    ]),
  );

  it.each([
    [undefined, undefined],
    ['off', undefined],
    ['1', 1],
    ['720', 720],
  ])('ask for a fresh confirmation of who signs only when told to: %s', (given, minutes) =>
    expect(readSettings(given === undefined ? {} : { DOCKET_SIGN_WITHIN: given }).signWithinMinutes).toBe(
      minutes,
    ),
  );

  it.each(['0', '721', 'ten', '1.5', '-5'])('refuse to have a confirmation hold for %s minutes', (given) =>
    expect(mistakesOf({ DOCKET_SIGN_WITHIN: given })).toEqual([
      expect.stringContaining('from 1 to 720 minutes'),
    ]),
  );

  it('take servers without TLS on another machine only when told to', () => {
    expect(readSettings({ ...servers, DOCKET_INSECURE: 'on' }).insecure).toBe(true);
    expect(mistakesOf({ DOCKET_INSECURE: 'yes' })).toEqual([
      'DOCKET_INSECURE is "yes": it is on (take servers without TLS on another machine) or off.',
    ]);
  });

  it('refuse a data folder beside servers', () =>
    expect(mistakesOf({ ...servers, DOCKET_DATA: './data' })).toEqual([
      expect.stringContaining('DOCKET_DATA is set'),
    ]));

  it.each([
    ['redis://127.0.0.1:6379', '/abc'],
    ['redis://127.0.0.1:6379', '/1/2'],
    ['rediss://:secret@redis.example', '/-1'],
  ])('refuse an address of Redis that ends in no number of a database: %s%s', (address, end) =>
    expect(mistakesOf({ ...servers, DOCKET_JOBS: `${address}${end}` })).toEqual([
      `DOCKET_JOBS ends in "${end}": Redis numbers its databases, redis://127.0.0.1:6379/0 is the first one.`,
    ]),
  );

  it.each(['', '/', '/0', '/15'])('take an address of Redis that ends in "%s"', (end) =>
    expect(mistakesOf({ ...servers, DOCKET_JOBS: `redis://127.0.0.1:6379${end}` })).toEqual([]),
  );

  it.each([
    ['DOCKET_EVENT_STORE', 'esdb://docket:100%@127.0.0.1:2113'],
    ['DOCKET_READ_MODEL', 'postgres://docket:100%@127.0.0.1/docket'],
    ['DOCKET_READ_MODEL', 'postgres://docket@127.0.0.1/docket?password=100%'],
    ['DOCKET_JOBS', 'redis://:50%off@127.0.0.1'],
    ['DOCKET_JOBS', 'redis://:%ff@127.0.0.1'],
  ])('refuse a percent sign that begins no character, without showing the password: %s=%s', (name, address) =>
    expect(mistakesOf({ ...servers, [name]: address })).toEqual([
      `${name} has a % that begins no percent-encoded character. In a user or password write what is no letter or digit percent-encoded: % as %25, @ as %40, / as %2F.`,
    ]),
  );

  it.each([
    'esdb://docket:pass%20word@n1:2113,n2:2113,n3?tls=true&nodePreference=leader',
    'esdb+discover://docket:secret@cluster.example.org',
  ])('take an address of EventStoreDB as its driver reads it: %s', (address) =>
    expect(mistakesOf({ ...servers, DOCKET_EVENT_STORE: address })).toEqual([]),
  );

  it.each(['esdb://', 'esdb://n1:2113,n2:port', 'esdb://n1?tls=maybe', 'http://n1:2113'])(
    'refuse an address of EventStoreDB that its driver cannot read: %s',
    (address) =>
      expect(mistakesOf({ ...servers, DOCKET_EVENT_STORE: address })).toEqual([
        'DOCKET_EVENT_STORE must be an address like esdb://127.0.0.1:2113?tls=false.',
      ]),
  );

  it.each(['postgres://docket:a,b@one,two/docket', 'postgres://one:5432,two:5432/docket'])(
    'refuse an address of PostgreSQL with several hosts, and say that one is taken: %s',
    (address) =>
      expect(mistakesOf({ ...servers, DOCKET_READ_MODEL: address })).toEqual([
        'DOCKET_READ_MODEL names several hosts: PostgreSQL is spoken to at one host only, the one that takes writes.',
      ]),
  );

  it('take a password with every sign percent-encoded', () =>
    expect(
      mistakesOf({ ...servers, DOCKET_READ_MODEL: 'postgres://docket:100%25%40%C3%BC@127.0.0.1/docket' }),
    ).toEqual([]));

  it('report all mistakes at once', () =>
    expect(
      mistakesOf({
        HOST: '0.0.0.0',
        PORT: '70000',
        DOCKET_SAMPLE: 'yes',
        DOCKET_INSECURE: 'true',
        DOCKET_INSTALLATION: 'A-b',
        DOCKET_JOBS: 'http://x',
        LOG_LEVEL: 'loud',
      }),
    ).toHaveLength(8));

  it('tell of a name that is nearly one, which has no effect', () =>
    expect(readSettings({ DOCKET_EVENTSTORE: 'esdb://x', DOKET_DATA: 'x' }).notices).toEqual([
      expect.stringContaining('DOCKET_EVENTSTORE is set and is no setting of Docket: there are DOCKET_DATA'),
    ]));

  it('tell of such a name also where it is why another is missing', () => {
    const { DOCKET_READ_MODEL, ...others } = servers;
    expect(() => readSettings({ ...others, DOCKET_READMODEL: DOCKET_READ_MODEL })).toThrow(
      /^A setting is wrong:\n {2}- .*DOCKET_READ_MODEL not: set all three.*\nDOCKET_READMODEL is set and is no setting of Docket: there are .*DOCKET_READ_MODEL/,
    );
  });

  it('take an empty text as not set', () =>
    expect(readSettings({ PORT: '', DOCKET_DATA: '' }).port).toBe(3000));
});
