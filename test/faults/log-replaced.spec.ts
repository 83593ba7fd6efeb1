import { until } from '@docket/kernel/testing';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jsonAt, sessionAt, type Child, type Server } from '../e2e/cli.fixture';
import { OwnEventStore } from './own-event-store.fixture';
import { describeOnOwnServers } from './own-servers.fixture';
import { ServerProfile, stopChild } from './server-profile.fixture';
import { Writers, type Sent } from './writers.fixture';

describeOnOwnServers('an older, shorter log that is put under an API that lives', (programs) => {
  let folder: string;
  let eventStore: OwnEventStore;
  let profile: ServerProfile;
  let worker: Child;
  let api: Server;
  let cookie: string;
  const writers = new Writers(4);
  const journal = (name: string) => join(folder, name);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'docket-replaced-'));
    eventStore = await OwnEventStore.start(journal('log'));
    profile = await ServerProfile.start(programs, eventStore);
    worker = await profile.worker();
    api = await profile.api();
    cookie = await sessionAt(api.address, 'p-priya');
    await writers.begin(api.address);
    await writers.writeSome(api.address, 8);
    copyFileSync(journal('log'), journal('older'));
    await writers.writeSome(api.address, 12);
    await jsonAt(api, `/api/v1/portfolios?after=${writers.lastPosition}`);
  }, 120_000);
  afterAll(async () => {
    for (const child of [api.child, worker]) await stopChild(child);
    await profile.stop();
    rmSync(folder, { recursive: true });
  }, 60_000);

  /** The server ends, and starts again with this journal. */
  const putInPlace = async (name: string): Promise<void> => {
    await eventStore.kill();
    copyFileSync(journal(name), journal('log'));
    await eventStore.startAgain();
  };
  const ready = async () => {
    const answer = await fetch(`${api.address}/health/ready`);
    const body: ReturnType<typeof JSON.parse> = await answer.json();
    return { status: answer.status, body };
  };
  const send = async ({ method, path, body, mark }: Sent) => {
    const answer = await fetch(`${api.address}${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': mark },
      body: JSON.stringify(body),
    });
    const said: ReturnType<typeof JSON.parse> = await answer.json();
    return { status: answer.status, said };
  };
  const lastOf = (method: Sent['method']): Sent =>
    writers.sent.findLast((one) => one.method === method && one.receipt) as Sent;

  it('takes no command: no receipt is given for what the log has lost, nothing is added to it', async () => {
    await eventStore.kill();
    copyFileSync(journal('log'), journal('longer'));
    await putInPlace('older');
    await until('the store answers', async () => (await ready()).body.projection.unanswered === undefined);
    const refused = { status: 503, said: expect.objectContaining({ code: 'log-replaced' }) };
    expect(await send(lastOf('PUT'))).toEqual(refused);
    expect(await send({ ...lastOf('POST'), mark: 'a-new-one' })).toEqual(refused);
  }, 60_000);

  it('is not ready, and says why and what would help', async () => {
    const { status, body } = await ready();
    const why = expect.stringContaining('was built from another log than the one in EventStoreDB');
    expect([status, body.status, body.waitingFor, body.projection.state]).toEqual([
      ...[503, 'not-ready', why, 'stopped'],
    ]);
    expect(body.projection.error).toContain('drop the schemas there');
  });

  it('goes on by itself once the former log is back, and has every event of it', async () => {
    await putInPlace('longer');
    await until('it is ready', async () => (await ready()).status === 200, 60_000);
    const last = lastOf('PUT');
    await until('commands are taken', async () => (await send(last)).status === 200);
    expect((await send(last)).said).toMatchObject(last.receipt ?? {});
    expect((await send({ ...lastOf('POST'), mark: 'a-new-one' })).status).toBe(201);
  }, 90_000);
});
