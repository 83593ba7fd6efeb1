import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './planted-tree';
import { blocksOf } from './samples';

const blocks = blocksOf('README.md');

/** The commands of the tour, each with the lines that README shows of its output; `…` stands for anything. */
const tour = blocks.flatMap(({ language, marks, text }, index) => {
  const next = blocks[index + 1];
  return language === 'sh' && marks === 'tour'
    ? [{ commands: text, shown: next?.language === 'text' ? next.text.trimEnd().split('\n') : [] }]
    : [];
});

/** Lines break where the terminal ends. */
const unbroken = (text: string): string => text.replace(/\s+/g, ' ');

const matching = (line: string): RegExp =>
  new RegExp(
    unbroken(line.trim())
      .split('…')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*'),
    's',
  );

/** How each shell is told to stop at the first failure: the tour is for any that people have as `sh`. */
const SHELLS: readonly (readonly [shell: string, ...strict: string[]])[] = [
  ['sh', '-eu'],
  ['bash', '-euo', 'pipefail'],
];

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

describe('the tour of README', () => {
  let folder: string;
  let docket: ChildProcess;
  let environment: NodeJS.ProcessEnv;
  let port: number;
  let said = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'docket-tour-'));
    port = await freePort();
    environment = { ...process.env, DOCKET_DATA: join(folder, 'data'), PORT: String(port), NODE_OPTIONS: '' };
    docket = spawn('npm', ['start'], {
      cwd: ROOT,
      env: environment,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await new Promise<void>((resolve, reject) => {
      const listen = (data: Buffer): void => {
        said += String(data);
        if (/ready: http/.test(said)) resolve();
      };
      docket.stdout?.on('data', listen);
      docket.stderr?.on('data', listen);
      docket.once('exit', () => reject(new Error(`npm start ended: ${said}`)));
    });
  }, 240_000);

  afterAll(() => {
    const runs = docket.exitCode === null && docket.signalCode === null;
    if (runs && docket.pid !== undefined) process.kill(-docket.pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(SHELLS)(
    'works as printed in %s, also once more, and shows what is printed',
    (shell, ...strict) => {
      expect(tour.length).toBeGreaterThan(5);
      const script = tour.map(({ commands }, index) => `echo "== ${index}"\n${commands}`).join('\n');
      const output = execFileSync(
        shell,
        [...strict, '-c', script.replaceAll('127.0.0.1:3000', `127.0.0.1:${port}`)],
        {
          cwd: ROOT,
          env: environment,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      );
      const parts = output.split(/^== \d+\n/m).slice(1);
      expect(parts).toHaveLength(tour.length);
      tour.forEach(({ shown }, index) => {
        for (const line of shown) expect(unbroken(parts[index]!)).toMatch(matching(line));
      });
    },
    240_000,
  );

  it('leaves nothing running after Ctrl-C', async () => {
    const everybodyEnded = once(docket, 'close');
    process.kill(-docket.pid!, 'SIGINT');
    await everybodyEnded;
    expect(said.trimEnd().split('\n').at(-1)).toBe('docket: stopped');
  }, 30_000);
});

describe.each(SHELLS)('the shorthand of the tour in %s', (shell, ...strict) => {
  const [definition] = /^new_id\(\) .*$/m.exec(tour.map(({ commands }) => commands).join('\n')) ?? [];
  const newId = (answer: string): string[] => {
    const words = `jar=$(mktemp -d)\n${definition}\nprintf '%s' "$0" | new_id\nrm -r "$jar"`;
    const { stdout, stderr } = spawnSync(shell, [...strict, '-c', words, answer], { encoding: 'utf8' });
    return [stdout, stderr];
  };

  it('takes the id of what was made, and passes on an answer that has none', () => {
    expect(newId('{"id":"b-7","position":"9"}')).toEqual(['b-7\n', '']);
    const refused = '{"code":"body-name-taken","detail":"There is one."}';
    expect(newId(refused)).toEqual(['', refused]);
  });
});

describe('README', () => {
  const text = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

  it('names only scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm (?:run (?:-s )?)?(start|test|[a-z]+(?::[a-z]+)?)\b/g)].map(
      ([, name]) => name,
    );
    expect(named.filter((name) => name !== undefined && !(name in scripts))).toEqual([]);
  });

  it('names every setting, and no other', () => {
    const settings = (source: string) =>
      [...new Set(source.match(/\b(?:DOCKET_[A-Z_]+|HOST|PORT)\b/g))].sort();
    expect(settings(text)).toEqual(settings(read('apps/host/src/settings.ts')));
  });
});
