import { until } from '@docket/kernel/testing';
import { jsonAt, stopServer, type Child, type Server } from '../e2e/cli.fixture';
import { describeOnOwnServers } from './own-servers.fixture';
import { ServerProfile, stopChild } from './server-profile.fixture';
import { Writers } from './writers.fixture';

describeOnOwnServers('a read model that somebody dropped under running processes', (programs) => {
  let profile: ServerProfile;
  let worker: Child;
  let api: Server;
  const writers = new Writers(4);
  beforeAll(async () => {
    profile = await ServerProfile.start(programs);
    worker = await profile.worker();
    api = await profile.api();
    await writers.begin(api.address);
    await writers.writeSome(api.address, 20);
  }, 60_000);
  afterAll(async () => {
    await stopServer(api);
    await stopChild(worker);
    await profile.stop();
  }, 60_000);

  const list = () => jsonAt(api, `/api/v1/portfolios/${writers.portfolioId}/projects`);
  const ready = async () => {
    const answer = await fetch(`${api.address}/health/ready`);
    const body: ReturnType<typeof JSON.parse> = JSON.parse(await answer.text());
    return { status: answer.status, waitingFor: String(body.waitingFor) };
  };
  const dropReadModel = async () => {
    const found = await profile.postgres.run('select nspname from pg_namespace');
    const schemas = found.flat().filter((name) => /^docket_\w+_d1_\d+$/.test(name));
    for (const schema of schemas) await profile.postgres.run(`drop schema "${schema}" cascade`);
    expect(schemas).toHaveLength(1);
  };

  it('is built anew by who leads, who says so, and then answers as before', async () => {
    await until('it is ready', async () => (await ready()).status === 200, 30_000);
    const before = (await list()).rows;
    await dropReadModel();
    await writers.writeSome(api.address, 1);
    await worker.says(/the read model of d1 is gone; building it anew/);
    await worker.says(/the projections go on/);
    await until('it is ready again', async () => (await ready()).status === 200, 30_000);
    const after = (await list()).rows;
    expect(after).toEqual(expect.arrayContaining(before.slice(0, 1)));
    expect(after.length).toBeGreaterThanOrEqual(before.length);
    expect(worker.stderr).not.toMatch(/another build took|does not answer/i);
    expect(worker.stderr.match(/is gone; building it anew/g)).toHaveLength(1);
  }, 90_000);

  it('is said to be dropped while nobody leads, and is made by the next worker', async () => {
    await stopChild(worker);
    await dropReadModel();
    expect(await ready()).toEqual({
      status: 503,
      waitingFor:
        'the read model (its tables were dropped: the process that leads the projections builds it anew)',
    });
    worker = await profile.worker();
    await until('it is ready again', async () => (await ready()).status === 200, 30_000);
  }, 90_000);
});
