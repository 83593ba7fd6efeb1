import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plant, ROOT } from './planted-tree';

/** Fails as npm does when another one changes the same folder: it makes a folder that must not be there, and takes its time. */
const IN_EACH_OTHERS_WAY = `
const { appendFileSync, mkdirSync, rmdirSync, writeFileSync } = require('node:fs');
const slowly = (name, work) => {
  mkdirSync('busy');
  appendFileSync('log', name + '\\n');
  setTimeout(() => { work(); rmdirSync('busy'); }, 400);
};
`;
const NPM = `${IN_EACH_OTHERS_WAY}
const swc = 'node_modules/@swc/cli/bin';
slowly('install', () => {
  mkdirSync(swc, { recursive: true });
  writeFileSync(swc + '/swc.js', ${JSON.stringify(`${IN_EACH_OTHERS_WAY}
const out = process.argv[process.argv.indexOf('--out-dir') + 1] + '/apps/cli/src';
slowly('build', () => {
  mkdirSync(out, { recursive: true });
  writeFileSync(out + '/main.js', 'process.stdout.write("ran")');
});`)});
});`;

/** A tree as it is after a clone, with an npm that installs a compiler, and the like of it for that compiler. */
const clone = () => {
  const tree = plant({
    'npm.cjs': NPM,
    'package-lock.json': '{}',
    '.swcrc': '{}',
    'apps/a.ts': '',
    'libs/b.ts': '',
  });
  cpSync(join(ROOT, 'tools'), join(tree.folder, 'tools'), { recursive: true });
  return tree;
};

type Ended = Readonly<{ code: number | null; stdout: string; stderr: string }>;

const docketIn = (folder: string): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { PATH: process.env.PATH, npm_execpath: join(folder, 'npm.cjs') };
    const child = spawn(process.execPath, ['tools/run.cjs', 'docket'], { cwd: folder, env });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });

const locksIn = (folder: string) => readdirSync(join(folder, '.node'));
const done = (folder: string) => readFileSync(join(folder, 'log'), 'utf8').split('\n').filter(Boolean);

describe('two commands on a fresh clone', () => {
  it('prepare it once, one of them waiting for the other and saying so', async () => {
    using tree = clone();
    const ended = await Promise.all([docketIn(tree.folder), docketIn(tree.folder), docketIn(tree.folder)]);
    expect(ended.map(({ code, stdout }) => [code, stdout])).toEqual(Array(3).fill([0, 'ran']));
    expect(done(tree.folder)).toEqual(['install', 'build']);
    const waiting = ended.filter(({ stderr }) => /another command \(process \d+\) is preparing/.test(stderr));
    expect([waiting.length, locksIn(tree.folder)]).toEqual([2, []]);
  });

  it('take over from one that died while it prepared', async () => {
    using tree = clone();
    const { pid: dead } = spawnSync(process.execPath, ['-e', '']);
    mkdirSync(join(tree.folder, '.node/lock'), { recursive: true });
    writeFileSync(join(tree.folder, '.node/lock', `owner-${dead}`), '');
    const ended = await Promise.all([docketIn(tree.folder), docketIn(tree.folder)]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    expect([done(tree.folder), locksIn(tree.folder)]).toEqual([['install', 'build'], []]);
  });

  it('let go where preparing fails', async () => {
    using tree = clone();
    writeFileSync(join(tree.folder, 'npm.cjs'), 'process.exit(1)');
    expect((await docketIn(tree.folder)).code).toBe(2);
    expect([locksIn(tree.folder), existsSync(join(tree.folder, 'log'))]).toEqual([[], false]);
  });
});
