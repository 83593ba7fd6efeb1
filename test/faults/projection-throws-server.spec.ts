import { until } from '@docket/kernel/testing';
import { docket, documentOf, jsonAt, Place, stopServer, type Child, type Server } from '../e2e/cli.fixture';
import { withMistake } from './mistake.fixture';
import { ServerProfile, stopChild } from './server-profile.fixture';
import { Writers } from './writers.fixture';
import { describeOnOwnServers } from './own-servers.fixture';

const MISTAKE = 'Nobody thought of this.';
describeOnOwnServers('a worker whose projection throws on one event', (programs) => {
  const place = new Place();
  const writers = new Writers(1);
  let profile: ServerProfile;
  let api: Server;
  let mistaken: Child;
  let mended: Child | undefined;
  let before = 0;
  const list = () => `/api/v1/portfolios/${writers.portfolioId}/projects?limit=1000`;

  beforeAll(async () => {
    profile = await ServerProfile.start(programs);
    mistaken = await profile.worker(withMistake(place, 'mark-3-', MISTAKE));
    api = await profile.api();
  }, 60_000);
  afterAll(async () => {
    await stopServer(api);
    await Promise.all([mistaken, ...(mended ? [mended] : [])].map(stopChild));
    await profile.stop();
    await place.remove();
  }, 60_000);

  it('stops the projections, loudly: its log names the event, the API tells that it waits in vain and how much', async () => {
    await writers.begin(api.address);
    await writers.writeSome(api.address, 6);
    before = (await jsonAt(api, `${list()}&after=${writers.lastPosition}`)).asOf.number;
    await writers.writeAs(api.address, 3);
    await mistaken.says(/"msg":"the projections stopped"/);
    expect(mistaken.stderr).toMatch(new RegExp(`Event ${before + 1} .* was not applied: .*${MISTAKE}`));
    await writers.writeSome(api.address, 4);
    expect(writers.unacknowledged).toEqual([]);
    expect(await jsonAt(api, `${list()}&after=${writers.lastPosition}`)).toMatchObject({
      status: 503,
      code: 'read-model-behind',
    });
    expect(await jsonAt(api, '/health/ready')).toMatchObject({
      projection: { state: 'elsewhere', number: before, lag: { events: 5 } },
    });
    expect(await jsonAt(api, list())).toMatchObject({ status: 503, code: 'projections-stopped' });
    expect((await jsonAt(api, `${list()}&asOf=${before}`)).asOf.number).toBe(before);
  }, 60_000);

  it('is replaced by a mended one, which goes on from where it stopped; nothing is missing', async () => {
    mended = await profile.worker();
    await mended.says(/leads the projections of/);
    await until('the API has seen who leads now', async () => !('code' in (await jsonAt(api, list()))));
    const { rows, asOf } = await jsonAt(api, `${list()}&after=${writers.lastPosition}`);
    expect([rows.length, asOf.number]).toEqual([writers.proposals, before + 5]);
    const replayed = await docket(['replay', list(), '--json'], profile.settings());
    expect([replayed.code, documentOf(replayed).rows.length]).toEqual([0, writers.proposals]);
  }, 60_000);
});
