import { openSystem, readSettings } from '@docket/host';
import { until, notRun } from '@docket/kernel/testing';
import { startProtocolServer, type ProtocolServer } from '../protocol-server';
import { Child, docket as docketOf, documentOf } from './cli.fixture';
import { TestDocket } from './docket.fixture';
import {
  dropInstallation,
  newInstallation,
  serverAt,
  serverEnvironment,
  NO_SERVERS,
} from './servers.fixture';

const yard = { name: 'Yard', currency: 'GBP', timeZone: 'UTC' };

/** The text of a page, as a person reads it. */
const textOf = (page: string): string =>
  page
    .replace(/<style[^]*?<\/style>|<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('a Docket whose read model nobody keeps', () => {
  let docket: TestDocket;
  beforeAll(async () => {
    docket = await TestDocket.start({ part: 'api' });
  });
  afterAll(() => docket.stopAndForget());

  const front = async () => {
    const { status, text } = await docket.visitor.get('/');
    return [status, textOf(text)];
  };

  it('says that there is no portfolio while the log has none either', async () =>
    expect(await front()).toEqual([200, expect.stringContaining('No portfolio yet Import one with')]));

  it('says that the read model is behind once the log has one, and what helps', async () => {
    expect((await (await docket.as('p-maya')).post('/api/v1/portfolios', yard)).status).toBe(201);
    expect(await front()).toEqual([
      503,
      expect.stringContaining(
        'Nothing to read yet The read model is behind the log; start a worker: npm run start:worker .',
      ),
    ]);
  });

  it('shows nothing as of now, once that was recorded more than five seconds ago, and says so', async () => {
    const answers = () => docket.visitor.get('/api/v1/portfolios');
    const refused = await until('what is now is refused', async () => {
      const answer = await answers();
      return answer.status === 200 ? undefined : answer;
    });
    expect([refused.status, refused.body]).toEqual([
      503,
      expect.objectContaining({
        code: 'read-model-behind',
        detail: expect.stringMatching(
          /^What is now cannot be shown: what was recorded since \S+Z is not readable yet\. .* \/health\/ready says how far it is\.$/,
        ),
      }),
    ]);
  });

  it('can be asked what it still waits for', async () => {
    expect(await docket.running.waitsFor()).toBeUndefined();
    docket.running.waitFor('the sample portfolio');
    expect(await docket.running.waitsFor()).toBe('the sample portfolio');
    docket.running.ready();
  });
});

const onServers = (postgres: string, redis: string) => {
  const installation = newInstallation();
  let eventStore: ProtocolServer;
  beforeAll(async () => {
    eventStore = await startProtocolServer();
  });
  afterAll(async () => {
    await eventStore.stop();
    await dropInstallation({ postgres, redis, installation });
  });

  const given = () => serverEnvironment({ eventStore: eventStore.url, postgres, redis, installation });
  const worker = () => {
    const quiet = () => undefined;
    return openSystem(readSettings(given()), 'worker', quiet, quiet);
  };

  it('is told by a command of the terminal that waits for one', async () => {
    const docket = await TestDocket.start({ server: given(), part: 'api' });
    expect((await (await docket.as('p-maya')).post('/api/v1/portfolios', yard)).status).toBe(201);
    await docket.stop();
    const child = new Child('cli', ['rank'], given());
    await child.says(/^docket: waiting for a worker: the read model is behind the log \(up to 15 s\)\n$/);
    child.kill('SIGINT');
    await child.ended;
  });

  it('is waited for by a command that reads what is now alone, and what is said then says where to look', async () => {
    const ended = await docketOf(['rank', '--json'], given());
    expect([ended.code, documentOf(ended)]).toEqual([
      1,
      expect.objectContaining({
        code: 'read-model-behind',
        detail: expect.stringMatching(
          / No process leads the projections; they are at event 0, 1 event behind the log\. Waited for: .+is a worker running\?\)\. Start a worker with/,
        ),
      }),
    ]);
    for (const words of [['jobs'], ['event', '1'], ['rank', '--as-of', '1']]) {
      const { stderr } = await docketOf(words, given());
      expect([words, stderr]).toEqual([words, expect.not.stringMatching(/waiting|within 15 s/)]);
    }
  }, 60_000);

  const started = () => new Child('api', [], { PORT: '0', ...given() });
  const stopped = (child: Child) => {
    child.kill('SIGTERM');
    return child.ended;
  };

  it('is told by `npm start` in the line that says where it serves, and once that it is over', async () => {
    const first = started();
    await first.says(
      /^docket: listening: http:\S+ {2}\(.+ Ctrl-C\), waiting for projections \((?:elsewhere, \d+ s behind|led by no process): is a worker running\?\)\n$/,
    );
    const one = await worker();
    await first.says(/\ndocket: ready: http:\S+\n$/);
    const second = started();
    await second.says(/^docket: ready: http:\S+ {2}\(.+ Ctrl-C\)\n$/);
    const [{ stderr }] = [await stopped(first), await stopped(second)];
    expect(stderr.match(/ready: /g)).toHaveLength(1);
    await one[Symbol.asyncDispose]();
  });

  it('while it lasts keeps what is now from being shown, and nothing else, until one runs again', async () => {
    const first = await worker();
    const docket = await TestDocket.start({ server: given(), part: 'api' });
    const { visitor } = docket;
    const maya = await docket.as('p-maya');
    const opened = await maya.post('/api/v1/portfolios', { ...yard, name: 'Quay' });
    const before = await visitor.get(`/api/v1/portfolios?after=${opened.body.position}`);
    await first[Symbol.asyncDispose]();

    await maya.post('/api/v1/portfolios', { ...yard, name: 'Harbour' });
    const now = await until('what is now is refused', async () => {
      const answer = await visitor.get('/api/v1/portfolios');
      return answer.status === 200 ? undefined : answer;
    });
    const { number, token } = before.body.asOf;
    expect([now.status, now.body.code, now.body.detail]).toEqual([
      503,
      'read-model-behind',
      expect.stringContaining(`What it holds can be asked for with asOf=${number}.`),
    ]);
    const namesAt = async (asOf: string) =>
      (await visitor.get(`/api/v1/portfolios?asOf=${asOf}`)).body.rows.map(
        ({ name }: { name: string }) => name,
      );
    expect([await namesAt(number), (await visitor.get(`/api/v1/portfolios?asOf=${token}`)).text]).toEqual([
      ['Quay', 'Yard'],
      before.text,
    ]);
    const ranked = await docketOf(['models', '--portfolio', 'Quay', '--as-of', number, '--json'], given());
    expect([ranked.code, documentOf(ranked).asOf.number]).toEqual([0, number]);
    const page = async (asOf: string) => {
      const { status, text } = await visitor.get(`/portfolio?asOf=${asOf}`);
      return [status, textOf(text)];
    };
    expect(await page('')).toEqual([503, expect.stringContaining('What is now cannot be shown')]);
    expect(await page(number)).toEqual([200, expect.stringContaining('Quay')]);

    const again = await worker();
    const shown = await until('what is now is shown again', async () => {
      const answer = await visitor.get('/api/v1/portfolios');
      return answer.status === 200 ? answer : undefined;
    });
    expect(shown.body.total).toBe(3);
    await docket.stop();
    await again[Symbol.asyncDispose]();
  });

  it('says that it is ready, whether it leads or stands by', async () => {
    const leader = new Child('worker', [], given());
    await leader.says(/"msg":"leads the projections/);
    const standby = new Child('worker', [], given());
    for (const worker of [leader, standby]) await worker.says(/"msg":"ready, stop with Ctrl-C"/);
    expect(standby.stderr).toMatch(/stands by: another process leads the projections/);
    for (const worker of [standby, leader]) {
      worker.kill('SIGTERM');
      await worker.ended;
    }
  });
};

const postgres = serverAt('TEST_POSTGRES_URL');
const redis = serverAt('TEST_REDIS_URL');
if (postgres && redis)
  describe('a worker, or none', () => {
    onServers(postgres, redis);
  });
else notRun('a worker, or none', NO_SERVERS);
