import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Child, docket, documentOf, Place, startServer, stopServer, type Server } from '../e2e/cli.fixture';
import { withMistake } from './mistake.fixture';
import { Writers } from './writers.fixture';

const MISTAKE = 'Nobody thought of this.';

describe('a projection that throws on one event', () => {
  const place = new Place();
  const data = place.at('data');
  const mistaken = withMistake(place, 'mark-3-', MISTAKE);
  const writers = new Writers(1);
  let server: Server;
  let before = 0;
  const list = () => `/api/v1/portfolios/${writers.portfolioId}/projects?limit=1000`;
  const asked = async (path: string) => {
    const answer = await fetch(`${server.address}${path}`);
    return { status: answer.status, ...JSON.parse(await answer.text()) };
  };
  const builds = () => readdirSync(join(data, 'read-model')).filter((name) => name.endsWith('.sqlite'));
  afterAll(() => place.remove());

  it('stops the projections, loudly: log, readiness and API name the event; what came before can be read', async () => {
    server = await startServer(data, mistaken);
    await writers.begin(server.address);
    await writers.writeSome(server.address, 6);
    before = (await asked(`${list()}&after=${writers.lastPosition}`)).asOf.number;
    await writers.writeAs(server.address, 3);
    expect(await asked(`${list()}&after=${writers.lastPosition}`)).toMatchObject({
      status: 503,
      code: 'projections-stopped',
    });
    expect(await asked(list())).toMatchObject({ status: 503, code: 'projections-stopped' });
    expect(await asked('/health/ready')).toMatchObject({
      status: 'not-ready',
      waitingFor: expect.stringContaining('projections (stopped'),
      projection: {
        state: 'stopped',
        number: before,
        error: expect.stringMatching(new RegExp(`^Event ${before + 1} .* was not applied: .*${MISTAKE}`)),
      },
    });
    expect(server.child.stderr).toMatch(new RegExp(`${MISTAKE}.*"msg":"the projections stopped"`));
    expect(await asked(`${list()}&asOf=${before}`)).toMatchObject({ status: 200, asOf: { number: before } });
  }, 60_000);

  it('stops nobody from writing: the log takes what comes', async () => {
    await writers.writeSome(server.address, 4);
    expect(writers.unacknowledged).toEqual([]);
    expect((await stopServer(server)).code).toBe(0);
  }, 60_000);

  it('keeps the same release from starting, which says where it stands and what would help', async () => {
    const { code, stderr } = await new Child('api', [], { PORT: '0', DOCKET_DATA: data, ...mistaken }).ended;
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(
        new RegExp(
          `Event ${before + 1} .*${MISTAKE}.* Where the log is whole, run the release that wrote it`,
        ),
      ),
    ]);
  }, 60_000);

  it('is over with a mended release: it goes on from where the other stopped, in the same build, and nothing is missing', async () => {
    const former = builds();
    server = await startServer(data);
    const { rows, asOf } = await asked(list());
    const { proposals } = writers;
    expect([rows.length, builds(), asOf.number > before + 4]).toEqual([proposals, former, true]);
    const replayed = await docket(['replay', list(), '--data', data, '--json']);
    expect([replayed.code, documentOf(replayed).rows.length]).toEqual([0, proposals]);
    await stopServer(server);
    process.stdout.write(
      `a projection that threw at event ${before + 1}: stopped there, ${asOf.number - before} events applied by the mended one, 0 missing\n`,
    );
  }, 60_000);
});
