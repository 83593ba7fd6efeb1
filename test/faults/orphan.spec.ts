import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Place } from '../e2e/cli.fixture';

const ROOT = join(__dirname, '../..');

describe('a server whose starter is ended', () => {
  const place = new Place();
  afterAll(() => place.remove());

  it('stops, although a shell between them passes no signal on', async () => {
    const shell = spawn('sh', ['-c', `"${process.execPath}" tools/run.cjs start; true`], {
      cwd: ROOT,
      env: { ...process.env, DOCKET_DATA: place.at('data'), DOCKET_SAMPLE: 'off', PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: string[] = [];
    const ready = new Promise<void>((resolve) => {
      for (const output of [shell.stdout, shell.stderr])
        output.on('data', (data: Buffer) => {
          said.push(String(data));
          if (said.join('').includes('docket: ready')) resolve();
        });
    });
    // its output ends with the last process that holds it
    const ended = Promise.all([once(shell.stdout, 'close'), once(shell.stderr, 'close')]);
    await ready;
    shell.kill('SIGTERM');
    await ended;
    expect(said.join('')).toMatch(/stopping[^]*stopped/);
  }, 120_000);

  it('is told so once, however long it takes to stop', async () => {
    // it takes longer than whoever watches the starter looks twice
    const slow =
      "process.on('SIGTERM', () => { console.log('told'); setTimeout(() => process.exit(0), 2_500); }); setInterval(() => {}, 1_000); console.log('ready');";
    const running = `require('./tools/run/step.cjs').run(process.execPath, ['-e', ${JSON.stringify(slow)}])`;
    const starter = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(running)}], { stdio: 'inherit' })`;
    const shell = spawn(process.execPath, ['-e', starter], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    const said: string[] = [];
    const ready = new Promise<void>((resolve) =>
      shell.stdout.on('data', (data: Buffer) => {
        said.push(String(data));
        if (said.join('').includes('ready')) resolve();
      }),
    );
    const ended = once(shell.stdout, 'close');
    await ready;
    shell.kill('SIGKILL');
    await ended;
    expect(said.join('')).toBe('ready\ntold\n');
  }, 60_000);
});
