import { notRun } from '@docket/kernel/testing';
import { openEventStoreDb, type EventStoreDb } from '@docket/event-store';
import { startProtocolServer, type ProtocolServer } from '../protocol-server';
import { docket, documentOf, Place, SMALL_LIST } from './cli.fixture';
import { TestDocket } from './docket.fixture';
import {
  dropInstallation,
  newInstallation,
  schemasOf,
  serverAt,
  serverEnvironment,
  NO_SERVERS,
} from './servers.fixture';

const postgres = serverAt('TEST_POSTGRES_URL');
const redis = serverAt('TEST_REDIS_URL');

/** Commands that have nothing to do where there is no log. */
const READING = [['verify-chain'], ['rank'], ['jobs'], ['rebuild'], ['event', '1']];

/** What a script sees of a refusal. */
const refusalOf = async (words: readonly string[], given: Record<string, string>) => {
  const ended = await docket([...words, '--json'], given);
  const { code, detail } = documentOf(ended);
  return { exit: ended.code, code, detail };
};

describe('a command under the mistyped name of an installation, on a data folder', () => {
  const place = new Place();
  afterAll(() => place.remove());

  it('is refused', async () => {
    const folder = place.at('data');
    const first = await TestDocket.start({ folder });
    await (
      await first.as('p-maya')
    ).post('/api/v1/portfolios', { name: 'City', currency: 'GBP', timeZone: 'UTC' });
    await first.stop();
    const slip = { DOCKET_DATA: folder, DOCKET_INSTALLATION: 'dokcet' };
    for (const words of [['verify-chain'], ['rank']])
      expect(await refusalOf(words, slip)).toEqual({
        exit: 2,
        code: 'settings',
        detail: `${folder} is of the installation "docket", the settings say "dokcet": set DOCKET_INSTALLATION to match, or choose another folder.`,
      });
  });
});

describe('a command beside the mistyped name of a setting', () => {
  const place = new Place();
  afterAll(() => place.remove());
  const slip = { DOCKET_INSTALATION: 'prod' };
  const told = 'docket: DOCKET_INSTALATION is set and is no setting of Docket: there are DOCKET_DATA, ';

  it('tells it, and an import or a copy says which log it writes to', async () => {
    const [folder, copy] = [place.at('data'), place.at('copy')];
    const list = place.file('list.csv', SMALL_LIST);
    const imported = await docket(['import', 'gmpp', list, '--data', folder, '--json'], slip);
    expect([imported.code, documentOf(imported), imported.stderr]).toEqual([
      0,
      expect.anything(),
      expect.stringContaining(`docket: importing into the data folder ${folder}, installation "docket"\n`),
    ]);
    const copied = await docket(['copy-log', '--from', folder, '--to', copy], slip);
    expect([copied.code, copied.stderr]).toEqual([
      0,
      expect.stringContaining(`, into the data folder ${copy}, installation "docket"\n`),
    ]);
    const ranked = await docket(['rank', '--data', folder], slip);
    for (const { stderr } of [imported, copied, ranked]) expect(stderr).toContain(told);
  });
});

const onServers = (postgres: string, redis: string) => {
  let eventStore: ProtocolServer;
  beforeAll(async () => {
    eventStore = await startProtocolServer();
  });
  afterAll(() => eventStore.stop());

  const installations: string[] = [];
  afterAll(() =>
    Promise.all(installations.map((installation) => dropInstallation({ postgres, redis, installation }))),
  );
  const given = (installation = newInstallation()) => {
    installations.push(installation);
    return serverEnvironment({ eventStore: eventStore.url, postgres, redis, installation });
  };

  const logOf = async <T>(installation: string, ask: (log: EventStoreDb) => Promise<T>) => {
    const log = await openEventStoreDb({ url: eventStore.url, installation });
    try {
      return await ask(log);
    } finally {
      await log.close();
    }
  };

  it.each(READING)('is refused, and nothing is left behind: %s', async (...words) => {
    const installation = newInstallation();
    expect(await refusalOf(words, given(installation))).toEqual({
      exit: 2,
      code: 'servers-unusable',
      detail: `A server cannot be used:\n  - DOCKET_EVENT_STORE: It has no log of the installation "${installation}": look at its address, and set DOCKET_INSTALLATION to the name it was begun under.`,
    });
    expect(await logOf(installation, (log) => log.hasBegun())).toBe(false);
    expect(await schemasOf(postgres, installation)).toEqual([]);
  });

  it('verifies a log that nobody has projected, and makes no read model for it', async () => {
    const installation = newInstallation();
    await logOf(installation, (log) => log.logId());
    const ended = await docket(['verify-chain', '--json'], given(installation));
    expect([ended.code, documentOf(ended)]).toEqual([0, expect.objectContaining({ whole: true, events: 0 })]);
    expect(await schemasOf(postgres, installation)).toEqual([]);
  });

  it('does not wait without end for an event store that is not there', async () => {
    const away = { ...given(), DOCKET_EVENT_STORE: 'esdb://127.0.0.1:1?tls=false' };
    expect(await refusalOf(['verify-chain'], away)).toEqual({
      exit: 2,
      code: 'servers-unusable',
      detail: expect.stringContaining(
        'DOCKET_EVENT_STORE: No EventStoreDB answers at esdb://127.0.0.1:1: nobody listens there. ',
      ),
    });
  });
};

if (postgres && redis)
  describe('a command under the mistyped name of an installation, on servers', () => {
    onServers(postgres, redis);
  });
else notRun('a command under the mistyped name of an installation, on servers', NO_SERVERS);
