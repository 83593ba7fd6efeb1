import { Child, jsonAt, stopServer, type Server } from '../e2e/cli.fixture';
import { startProtocolServer, type ProtocolServer } from '../protocol-server';
import { ServerProfile, stopChild } from './server-profile.fixture';
import { Writers } from './writers.fixture';
import { describeOnOwnServers } from './own-servers.fixture';

describeOnOwnServers(
  'another, shorter log that somebody put under the read model in PostgreSQL',
  (programs) => {
    let profile: ServerProfile;
    let shorter: ProtocolServer;
    let schemas: readonly string[] = [];
    const settings = () => profile.settings(shorter.url);
    const writers = new Writers(4);
    const listed = async (api: Server): Promise<number> => {
      const answer = await jsonAt(api, `/api/v1/portfolios?after=${writers.lastPosition}`);
      return answer.rows.length;
    };

    beforeAll(async () => {
      profile = await ServerProfile.start(programs);
      shorter = await startProtocolServer();
      const worker = await profile.worker();
      const api = await profile.api();
      await writers.begin(api.address);
      await writers.writeSome(api.address, 20);
      expect(await listed(api)).toBe(1);
      await stopServer(api);
      await stopChild(worker);
    }, 60_000);
    afterAll(async () => {
      await shorter.stop();
      await profile.stop();
    }, 60_000);

    it.each(['worker', 'api'] as const)(
      'is neither projected nor served: a start of the %s says so, and what would help',
      async (app) => {
        const { code, stderr } = await new Child(app, [], settings(), 30).ended;
        const named = /drop schema "(docket_\w+_d1_)1" cascade/.exec(stderr)?.[1];
        expect([code, stderr, named]).toEqual([
          2,
          expect.stringContaining('was built from another log than the one in EventStoreDB'),
          expect.any(String),
        ]);
        const found = await profile.postgres.run('select nspname from pg_namespace');
        schemas = found.flat().filter((name) => name.startsWith(String(named)));
        expect(schemas.length).toBeGreaterThan(0);
      },
      60_000,
    );

    it('is served once what was said to help is done', async () => {
      for (const schema of schemas) await profile.postgres.run(`drop schema "${schema}" cascade`);
      const worker = await profile.worker(settings());
      const api = await profile.api(settings());
      expect((await jsonAt(api, '/api/v1/portfolios')).rows).toEqual([]);
      const others = new Writers(4, 1_000);
      await others.begin(api.address, 'Another city');
      const list = `/api/v1/portfolios/${others.portfolioId}/projects?after=${others.lastPosition}`;
      expect((await jsonAt(api, list)).rows).toHaveLength(1);
      await stopServer(api);
      expect((await stopChild(worker)).code).toBe(0);
    }, 60_000);
  },
);
