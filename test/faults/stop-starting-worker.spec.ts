import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Place, stopServer } from '../e2e/cli.fixture';
import { ServerProfile, stopChild } from './server-profile.fixture';
import { Writers } from './writers.fixture';
import { describeOnOwnServers } from './own-servers.fixture';

/** So many that they are projected in several batches. */
const WRITES = 3_000;
/** Seconds. Where a process had died with the lease in its hand, another would lead after five at the earliest. */
const AT_ONCE = 3;
const BUILD = join(__dirname, '../../dist/libs/read-model/src/build/build.js');

/** Settings of a worker whose batches are not committed as long as a file is there. */
const heldBy = (place: Place, file: string): Record<string, string> => {
  const preload = place.file(
    'held.cjs',
    `const { existsSync } = require('node:fs');
     const { setTimeout: pause } = require('node:timers/promises');
     const { Build } = require(${JSON.stringify(BUILD)});
     const { commit } = Build.prototype;
     Build.prototype.commit = async function (...given) {
       while (existsSync(${JSON.stringify(file)})) await pause(5);
       return commit.apply(this, given);
     };`,
  );
  return { NODE_OPTIONS: `--require ${preload}` };
};

/** How many events a worker has projected by what it says. */
const projectedBy = ({ stderr }: Readonly<{ stderr: string }>): number =>
  Number([...stderr.matchAll(/"msg":"events projected: (\d+)"/g)].at(-1)?.[1] ?? 0);

describeOnOwnServers('a worker that is told to stop while it catches up with the log', (programs) => {
  const place = new Place();
  let profile: ServerProfile;
  beforeAll(async () => {
    profile = await ServerProfile.start(programs);
    const api = await profile.api();
    const writers = new Writers();
    await writers.begin(api.address);
    await writers.writeSome(api.address, WRITES);
    await stopServer(api);
  }, 120_000);
  afterAll(async () => {
    await profile.stop();
    await place.remove();
  }, 60_000);

  it('ends after the batch in hand and gives back what it leads: another one leads at once', async () => {
    const hold = place.file('hold', '');
    const first = profile.startingWorker(heldBy(place, hold));
    await first.says(/"msg":"leads the projections of/);
    const second = profile.startingWorker();
    await second.says(/another process leads the projections of/);
    first.kill('SIGTERM');
    rmSync(hold);
    const ended = await first.ended;
    await second.says(/"msg":"leads the projections of/, AT_ONCE);
    expect([ended.code, ended.stderr]).toEqual([0, expect.stringMatching(/"msg":"stopped"}\n$/)]);
    expect(projectedBy(ended)).toBeLessThan(WRITES);
    await second.says(/"msg":"leads the reactions/);
    expect((await stopChild(second)).code).toBe(0);
  }, 120_000);
});
