import { until } from '@docket/kernel/testing';
import { Apart } from './apart.fixture';
import { OwnPostgres } from './own-postgres.fixture';
import { describeOnOwnServers } from './own-servers.fixture';

/** Far less than a statement of a batch is waited for, and enough for a busy machine. */
const LONGEST_MS = 45_000;

describeOnOwnServers('a PostgreSQL that stands still', (programs) => {
  let own: OwnPostgres;
  let apart: Apart;
  beforeAll(async () => {
    own = await OwnPostgres.start(programs);
    apart = await Apart.start(own.url);
  }, 60_000);
  afterAll(async () => {
    own.thaw();
    await apart.stop();
    await own.remove();
  }, 60_000);

  const read = () => apart.api.visitor.get('/api/v1/portfolios');

  it(
    'keeps nobody who reads waiting for long: they are told what does not answer, and where to look',
    async () => {
      await apart.goesOn();
      expect((await read()).status).toBe(200);
      own.freeze();
      const answers = await Promise.all([read(), read(), read()]);
      const { status, body } = await read();
      expect([...answers.map((one) => one.status), status]).toEqual([503, 503, 503, 503]);
      expect(body).toMatchObject({
        code: 'read-model-unavailable',
        detail: expect.stringMatching(/^The read model does not answer\..*ask again shortly/),
      });
    },
    LONGEST_MS,
  );

  it('that goes on again is read from as before, with all that was recorded meanwhile', async () => {
    own.thaw();
    await until('reads are answered again', async () => (await read()).status === 200, 60_000);
    await apart.goesOn();
    const { live, rebuilt, missing } = await apart.settledLists();
    expect({ missing, unhandled: apart.unhandled }).toEqual({ missing: [], unhandled: [] });
    expect(rebuilt).toBe(live);
  }, 150_000);
});
