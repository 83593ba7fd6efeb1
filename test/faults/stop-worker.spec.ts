import { ServerProfile } from './server-profile.fixture';
import { describeOnOwnServers } from './own-servers.fixture';

describeOnOwnServers('a worker that is told to stop, and told again while it does', (programs) => {
  let profile: ServerProfile;
  beforeAll(async () => {
    profile = await ServerProfile.start(programs);
  }, 60_000);
  afterAll(() => profile.stop(), 60_000);

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'finishes what is under way all the same, with a queue that hangs: %s twice',
    async (signal) => {
      const worker = await profile.worker();
      profile.redis.freeze();
      worker.kill(signal);
      await worker.says(/"msg":"stopping: finishing what is under way"/);
      worker.kill(signal);
      const { code, signal: by, stderr } = await worker.ended;
      profile.redis.thaw();
      expect([code, by, stderr]).toEqual([0, null, expect.stringMatching(/"msg":"stopped"}\n$/)]);
    },
    60_000,
  );
});
