import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const REPORTER = join(ROOT, 'tools/left-open.reporter.cjs');

describe('a run of tests that leaves something open', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'docket-left-open-'));
    const config = { rootDir: folder, reporters: [REPORTER], testEnvironment: 'node' };
    writeFileSync(join(folder, 'jest.config.json'), JSON.stringify(config));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** What comes of one test file, run in the process that jest itself runs in. */
  const run = (test: string) => {
    writeFileSync(join(folder, 'one.test.js'), test);
    const words = [join(ROOT, 'node_modules/jest/bin/jest.js'), '--runInBand', '--rootDir', folder];
    const env = { PATH: process.env.PATH, LEFT_OPEN_MS: '200' };
    const { status, stderr } = spawnSync(process.execPath, words, { cwd: folder, env, timeout: 25_000 });
    return { status, said: stderr.toString() };
  };

  it('ends all the same, says what is open, and fails', () => {
    const { status, said } = run(`it('opens', () => { require('node:net').createServer().listen(0); });`);
    expect([status, said]).toEqual([
      1,
      expect.stringMatching(
        /The tests are done, and 0\.2 s later .+ \(.*TCPServerWrap.*\)\. Where a test failed/,
      ),
    ]);
  });

  it('and one that leaves nothing ends as ever', () => {
    const { status, said } = run(`it('is done', () => undefined);`);
    expect([status, said]).toEqual([0, expect.not.stringContaining('still keeps the run from ending')]);
  });
});
