import { until } from '@docket/kernel/testing';
import { rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { docket, documentOf, jsonAt, Place, stopServer, type Child, type Server } from '../e2e/cli.fixture';
import { howOften } from './how-often.fixture';
import { ServerProfile, stopChild } from './server-profile.fixture';
import { Writers } from './writers.fixture';
import { describeOnOwnServers } from './own-servers.fixture';

const ROUNDS = howOften('FAULT_CYCLES', { short: 4, long: 100 });
const WORKERS = ['one', 'another'];
const BUILD = join(__dirname, '../../dist/libs/read-model/src/build/build.js');

/**
 * Settings of a worker that stands still, all of it, before a commit, as long as a file is there; then it commits at once, and
 * says what came of it.
 */
const freezable = (place: Place, file: string): Record<string, string> => {
  const preload = place.file(
    `${basename(file)}.cjs`,
    `const { existsSync } = require('node:fs');
     const { Build } = require(${JSON.stringify(BUILD)});
     const { commit } = Build.prototype;
     const still = new Int32Array(new SharedArrayBuffer(4));
     Build.prototype.commit = function (...given) {
       const isFrozen = existsSync(${JSON.stringify(file)});
       while (existsSync(${JSON.stringify(file)})) Atomics.wait(still, 0, 0, 5);
       const committed = commit.apply(this, given);
       const told = (how) => isFrozen && process.stderr.write('woken, a batch was ' + how + '\\n');
       committed.then(() => told('written'), (error) => told('refused: ' + error.name));
       return committed;
     };`,
  );
  return { NODE_OPTIONS: `--require ${preload}` };
};

describeOnOwnServers(
  'a worker that is frozen with a batch in hand, and another that takes over',
  (programs) => {
    const place = new Place();
    const writers = new Writers();
    let profile: ServerProfile;
    let api: Server;
    const workers: Child[] = [];
    const list = () => `/api/v1/portfolios/${writers.portfolioId}/projects?limit=1000`;
    const timesSaid = (what: string): number =>
      workers.reduce((sum, { stderr }) => sum + stderr.split(what).length - 1, 0);

    /** Asks until what was written last can be read; how many projects there are then. */
    const untilReadable = async (): Promise<number> => {
      for (;;) {
        const { rows } = await jsonAt(api, `${list()}&after=${writers.lastPosition}`);
        if (rows) return rows.length;
      }
    };

    beforeAll(async () => {
      profile = await ServerProfile.start(programs);
      for (const name of WORKERS) workers.push(await profile.worker(freezable(place, place.at(name))));
      api = await profile.api();
      await writers.begin(api.address);
    }, 60_000);
    afterAll(async () => {
      await stopServer(api);
      await Promise.all(workers.map(stopChild));
      await profile.stop();
      await place.remove();
    }, 60_000);

    it(
      `writes nothing once it wakes, ${ROUNDS} times: the rows are those of the log`,
      async () => {
        let projects = 0;
        for (let round = 0; round < ROUNDS; round++) {
          const freeze = place.at(String(WORKERS[round % 2]));
          await writers.writeSome(api.address, 30, () => writeFileSync(freeze, ''));
          projects = await untilReadable();
          rmSync(freeze);
        }
        await writers.writeSome(api.address, 30);
        projects = await untilReadable();
        expect([writers.unacknowledged, projects]).toEqual([[], writers.proposals]);
        await until('every batch in hand has met its end', () => timesSaid('woken, a batch was') >= ROUNDS);
        // refused by the fence, before anything of the batch met what is there
        expect([
          timesSaid('woken, a batch was refused: Deposed'),
          timesSaid('woken, a batch was'),
          timesSaid('stand by: another process projects'),
          timesSaid('the projections stopped'),
        ]).toEqual([ROUNDS, ROUNDS, 0, 0]);
        expect(timesSaid('leads the projections of')).toBeGreaterThan(ROUNDS);
        expect(timesSaid('no longer leads the projections of')).toBeGreaterThanOrEqual(ROUNDS);
        const replayed = await docket(['replay', list(), '--json'], profile.settings());
        expect([replayed.code, documentOf(replayed).rows.length, replayed.stderr]).toEqual([
          0,
          Math.min(projects, 1_000),
          expect.stringContaining('the same bytes'),
        ]);
        process.stdout.write(
          `${ROUNDS} leading workers frozen with a batch in hand and woken: none of it was written after another had taken over (${writers.sent.length} writes; live equals replayed)\n`,
        );
      },
      ROUNDS * 30_000 + 60_000,
    );
  },
);
