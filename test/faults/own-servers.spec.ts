import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '../..');
const JEST = join(ROOT, 'node_modules/jest/bin/jest.js');

/** What comes of the tests of a file where no redis-server is on the path. */
const withoutRedis = (spec: string, required: string): Readonly<{ status: number | null; said: string }> => {
  const words = [JEST, '--selectProjects', 'faults', '--runInBand', '--testPathPatterns', spec];
  const env = { PATH: dirname(process.execPath), REQUIRE_SERVERS: required };
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: ROOT, env });
  return { status, said: `${stdout.toString()}${stderr.toString()}` };
};

describe('faults of a server whose program is missing', () => {
  it.each(['faults/due-instants', 'faults/worker-killed'])(
    '%s: are said to be not run, and count as none',
    (spec) => {
      const { status, said } = withoutRedis(spec, '');
      expect(said).toMatch(
        /^not run: .+ \(there is no redis-server on this machine: install redis-server\)$/m,
      );
      expect([status, said]).toEqual([0, expect.stringMatching(/^Tests: +1 todo, 1 total$/m)]);
    },
  );

  it('fail where it is required', () => {
    const { status, said } = withoutRedis('faults/due-instants', 'postgres,redis');
    expect([status, said]).toEqual([
      1,
      expect.stringContaining('REQUIRE_SERVERS names redis, but there is no redis-server on this machine'),
    ]);
  });
});
