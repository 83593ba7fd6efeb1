import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PROGRAM = 'redis-server';

/** Whether this machine has a Redis that a test can start and kill. */
export const hasRedis = (): boolean => spawnSync(PROGRAM, ['--version']).status === 0;

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** Sends one command in Redis's own protocol and gives the first line of the answer. */
const command = async (port: number, ...words: readonly string[]): Promise<string> => {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    socket.write(`*${words.length}\r\n${words.map((word) => `$${word.length}\r\n${word}\r\n`).join('')}`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return answer.toString('utf8').split('\r\n')[0] ?? '';
  } finally {
    socket.destroy();
  }
};

/** A Redis of a test's own on a free port: durable, as jobs want it, and free to be killed. */
export class OwnRedis {
  private readonly folder = mkdtempSync(join(tmpdir(), 'docket-redis-'));
  private process: ChildProcess | undefined;

  private constructor(readonly port: number) {}

  static async start(): Promise<OwnRedis> {
    const redis = new OwnRedis(await freePort());
    await redis.startAgain();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it on what it has kept, and waits until it answers. */
  async startAgain(): Promise<void> {
    const settings = { port: this.port, bind: '127.0.0.1', dir: this.folder, appendonly: 'yes', save: '' };
    const args = Object.entries({ ...settings, 'maxmemory-policy': 'noeviction' });
    this.process = spawn(
      PROGRAM,
      args.flatMap(([name, value]) => [`--${name}`, String(value)]),
      {
        stdio: 'ignore',
      },
    );
    for (;;) {
      const answer = await command(this.port, 'PING').catch(() => '');
      if (answer === '+PONG') return;
      if (this.process.exitCode !== null) throw new Error(`${PROGRAM} ended with ${this.process.exitCode}.`);
      await pause(20);
    }
  }

  /** Ends it at once, as a power loss would; what it had appended to its file is kept. */
  async kill(): Promise<void> {
    const { process } = this;
    if (!process || process.exitCode !== null || process.signalCode !== null) return;
    const ended = once(process, 'exit');
    process.kill('SIGKILL');
    await ended;
  }

  /** Forgets everything, as somebody who empties a cache would have it. */
  async flush(): Promise<void> {
    await command(this.port, 'FLUSHALL');
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
