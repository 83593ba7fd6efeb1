import { startOwnRedis, type OwnRedis } from '@docket/job-queue/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { howOften } from './how-often.fixture';
import { describeOnOwnRedis } from './own-servers.fixture';

/** How often a process is killed. */
const CYCLES = howOften('FAULT_CYCLES', { short: 12, long: 300 });
const CONCURRENCY = 4;

/**
 * A process that keeps jobs as fast as it can and does them, and notes what was kept, begun and done in a file that outlives it.
 * Asked to drain, it keeps none and ends when nothing is left.
 */
const PROCESS = `
  const { appendFileSync } = require('node:fs');
  const { setTimeout: pause } = require('node:timers/promises');
  const [lib, place, notes, cycle] = process.argv.slice(1);
  const note = (what, id) => appendFileSync(notes, what + ' ' + id + '\\n');
  const { openEmbeddedJobs, openBullMqJobs } = require(lib);
  const clock = { now: () => new Date().toISOString(), pause };
  const open = () => place.startsWith('redis:')
    ? openBullMqJobs({ url: place, installation: 'faults', lockMs: 400 })
    : openEmbeddedJobs({ file: place, clock });
  const handler = async ({ id }) => { note('begun', id); await pause(3 + Math.random() * 10); note('done', id); };
  const isDrained = ({ waiting, delayed, running }) => waiting + delayed + running === 0;
  (async () => {
    const jobs = await open();
    jobs.work({ mark: handler }, { attempts: 1_000, concurrency: ${CONCURRENCY} });
    if (cycle === 'drain') {
      while (!isDrained((await jobs.counts()).mark)) await pause(50);
      note('dead', (await jobs.dead()).length);
      await jobs.close();
      return process.exit(0);
    }
    for (let count = 0; ; count++) {
      const id = cycle + ':' + count;
      await jobs.add({ kind: 'mark', id, data: { of: cycle } }, new Date(Date.now() + (count % 5) * 3).toISOString());
      note('kept', id);
      if (count % 10 === 9) await pause(5);
    }
  })();
`;

const LIB = resolve(__dirname, '../../dist/libs/job-queue/src/index.js');

type Noted = Readonly<Record<'kept' | 'begun' | 'done' | 'dead', readonly string[]>>;

const notedIn = (file: string): Noted => {
  const noted: Record<string, string[]> = { kept: [], begun: [], done: [], dead: [] };
  for (const line of existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []) {
    const space = line.indexOf(' ');
    noted[line.slice(0, space)]?.push(line.slice(space + 1));
  }
  return noted as unknown as Noted;
};

const run = (place: string, notes: string, cycle: string): ChildProcess =>
  spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '-e', PROCESS, LIB, place, notes, cycle],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );

/** Waits until so many jobs were done in all, then kills: some are under way. */
const killUnderWay = async (child: ChildProcess, notes: string, enough: number): Promise<void> => {
  const gone = once(child, 'exit');
  const end = Date.now() + 30_000;
  while (notedIn(notes).done.length < enough && Date.now() < end)
    await new Promise((next) => setTimeout(next, 5));
  child.kill('SIGKILL');
  await gone;
};

const killedAndDrained = async (name: string, place: string, folder: string): Promise<void> => {
  const notes = join(folder, 'notes');
  for (let cycle = 1; cycle <= CYCLES; cycle++) {
    const before = notedIn(notes).done.length;
    await killUnderWay(run(place, notes, `${cycle}`), notes, before + 5 + ((cycle * 37) % 23));
  }
  const [code] = (await once(run(place, notes, 'drain'), 'exit')) as [number];
  const { kept, done, begun, dead } = notedIn(notes);
  const lost = kept.filter((id) => !done.includes(id));
  const again = begun.length - new Set(begun).size;
  process.stdout.write(
    `${name}: ${CYCLES} kills mid-job: ${lost.length} of ${kept.length} jobs lost (${again} attempts were under way at a kill and made again)\n`,
  );
  expect({ code, lost, dead, someUnderWay: again > 0 }).toEqual({
    code: 0,
    lost: [],
    dead: ['0'],
    someUnderWay: true,
  });
};

describe('a process that does jobs, killed in the middle of some', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'docket-jobs-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it(
    `${CYCLES} times on SQLite: every job that was kept is done`,
    () => killedAndDrained('SQLite', join(folder, 'jobs.sqlite'), folder),
    CYCLES * 10_000 + 60_000,
  );
});

describeOnOwnRedis('a process that does jobs on Redis, killed in the middle of some', () => {
  let folder: string;
  let redis: OwnRedis;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'docket-jobs-'));
    redis = await startOwnRedis();
  });
  afterEach(async () => {
    await redis.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    `${CYCLES} times: every job that was kept is done`,
    () => killedAndDrained('Redis', redis.url, folder),
    CYCLES * 10_000 + 60_000,
  );
});
