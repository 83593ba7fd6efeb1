import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Redis of one's own on this machine, to be killed, frozen and emptied. */
export type OwnRedis = Readonly<{
  url: string;
  port: number;
  /** `kill -9`; what is on its disk stays. */
  kill: () => Promise<void>;
  /** Starts it again on the same port and disk, set otherwise by these options. */
  start: (...options: readonly string[]) => Promise<void>;
  freeze: () => void;
  thaw: () => void;
  /** Forgets everything, as somebody who empties a cache would have it. */
  flush: () => Promise<void>;
  /** Ends it and removes its disk. */
  dispose: () => Promise<void>;
}>;

/** Whether this machine has a `redis-server` to start. */
export const hasRedisServer = (): boolean => spawnSync('redis-server', ['--version']).status === 0;

const freePort = async (): Promise<number> => {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

/** What it answers to a command; nothing where it does not. */
const answerTo = (port: number, command: string): Promise<string> =>
  new Promise((resolve) => {
    const line = connect({ port, host: '127.0.0.1' }, () => line.write(`${command}\r\n`));
    line.setTimeout(1_000, () => (line.destroy(), resolve('')));
    line.once('error', () => resolve(''));
    line.once('data', (said) => (line.destroy(), resolve(said.toString())));
  });

/** Whether it answers at all, be it with a refusal: anything but that it is loading. */
const answers = async (port: number): Promise<boolean> => {
  const answer = await answerTo(port, 'PING');
  return answer !== '' && !answer.startsWith('-LOADING');
};

const hasStarted = async (port: number): Promise<void> => {
  const end = Date.now() + 20_000;
  while (!(await answers(port))) {
    if (Date.now() > end) throw new Error(`redis-server did not start on port ${port}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

/** Starts a Redis that keeps every write on disk, unless the options say otherwise. */
export const startOwnRedis = async (...options: readonly string[]): Promise<OwnRedis> => {
  const folder = mkdtempSync(join(tmpdir(), 'docket-redis-'));
  const port = await freePort();
  let child: ChildProcess | undefined;
  const start = async (...otherwise: readonly string[]): Promise<void> => {
    const fixed = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes'];
    child = spawn('redis-server', [...fixed, '--appendfsync', 'always', ...options, ...otherwise], {
      stdio: 'ignore',
    });
    await hasStarted(port);
  };
  const kill = async (): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    kill,
    start,
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    flush: async () => void (await answerTo(port, 'FLUSHALL')),
    dispose: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
