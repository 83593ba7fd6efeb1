import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { until } from '@docket/kernel/testing';

const HOME = '/usr/lib/postgresql';
/** Between the cells of a row. */
const CELL = '\t';

/** Where PostgreSQL's own programs are; `undefined` where there are none. */
export const postgresPrograms = (): string | undefined => {
  const versions = existsSync(HOME) ? readdirSync(HOME).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(HOME, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
};

/** PostgreSQL refuses to run as root: there it runs as the user Debian makes for it. */
const asItself = (): Readonly<{ uid?: number; gid?: number }> => {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres']).stdout.toString());
  return { uid: id('-u'), gid: id('-g') };
};

const run = (program: string, words: readonly string[]): void => {
  const { status, stderr } = spawnSync(program, words, { ...asItself(), cwd: tmpdir() });
  if (status !== 0) throw new Error(`${program} failed: ${stderr.toString()}`);
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** A PostgreSQL server of a test's own, which it may kill, stop, freeze, copy and start again at the same address. */
export class OwnPostgres {
  private process: ChildProcess | undefined;

  private constructor(
    private readonly programs: string,
    private readonly home: string,
    readonly port: number,
  ) {}

  /** Makes an empty server and starts it. */
  static async start(programs: string): Promise<OwnPostgres> {
    const home = mkdtempSync(join(tmpdir(), 'docket-postgres-'));
    const { uid, gid } = asItself();
    if (uid !== undefined && gid !== undefined) chownSync(home, uid, gid);
    const postgres = new OwnPostgres(programs, home, await freePort());
    const how = ['-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'];
    run(join(programs, 'initdb'), ['-D', postgres.data, ...how]);
    await postgres.startAgain();
    return postgres;
  }

  get url(): string {
    return this.urlOf('postgres');
  }

  /** The address for a role, at this or another database. */
  urlOf(role: string, database = 'postgres'): string {
    return `postgres://${role}@127.0.0.1:${this.port}/${database}`;
  }

  /** Starts it where it was stopped or killed, with further settings (`default_transaction_read_only=on`). */
  async startAgain(...settings: readonly string[]): Promise<void> {
    rmSync(join(this.data, 'postmaster.pid'), { force: true });
    const own = [`port=${this.port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings];
    this.process = spawn(
      join(this.programs, 'postgres'),
      ['-D', this.data, ...own.flatMap((setting) => ['-c', setting])],
      { ...asItself(), cwd: tmpdir(), stdio: 'ignore' },
    );
    await until('PostgreSQL answers', () => this.answers());
  }

  /** Runs statements on a connection of their own; their rows, each cell as text. @throws what the server says */
  async run(sql: string): Promise<readonly (readonly string[])[]> {
    const words = ['-X', '-q', '-At', '-F', CELL, '-v', 'ON_ERROR_STOP=1', '-d', this.url, '-c', sql];
    const env = { ...process.env, PGCONNECT_TIMEOUT: '2' };
    const { stdout } = await promisify(execFile)(join(this.programs, 'psql'), words, { env });
    const lines = stdout.split('\n').filter((line) => line !== '');
    return lines.map((line) => line.split(CELL));
  }

  /** SIGKILL of the server and all that serves its connections, as when the machine dies. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Stops it as an operator would: connections are cut, what was committed is kept. */
  async stop(): Promise<void> {
    await this.end('SIGINT');
  }

  /** Cuts every connection but the one that asks. */
  async cutConnections(): Promise<void> {
    await this.run(
      'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname is not null',
    );
  }

  /** It and all that serves its connections stand still: they take everything and answer nothing, until it is thawed. */
  freeze(): void {
    this.signalAll('SIGSTOP');
  }

  thaw(): void {
    this.signalAll('SIGCONT');
  }

  /** Another server with a copy of the data as they lie there now; this one must be stopped. */
  async copied(): Promise<OwnPostgres> {
    const home = mkdtempSync(join(tmpdir(), 'docket-postgres-'));
    const { uid, gid } = asItself();
    if (uid !== undefined && gid !== undefined) chownSync(home, uid, gid);
    const copy = new OwnPostgres(this.programs, home, await freePort());
    if (uid === undefined) cpSync(this.data, copy.data, { recursive: true, preserveTimestamps: true });
    else run('cp', ['-a', this.data, copy.data]);
    return copy;
  }

  /** Makes a stopped server a replica that follows nobody: it reads, and refuses to write. */
  makeReplica(): void {
    const signal = join(this.data, 'standby.signal');
    writeFileSync(signal, '');
    const { uid, gid } = asItself();
    if (uid !== undefined && gid !== undefined) chownSync(signal, uid, gid);
  }

  /** From the next start on every role but its own must say its password. */
  requirePasswords(): void {
    const own = 'host all postgres 127.0.0.1/32 trust';
    writeFileSync(join(this.data, 'pg_hba.conf'), `${own}\nhost all all 127.0.0.1/32 scram-sha-256\n`);
  }

  /** Keeps one connection of a role busy until it is ended. */
  async busyConnection(role: string): Promise<Readonly<{ end: () => void }>> {
    const words = [
      '-X',
      '-q',
      '-d',
      this.urlOf(role),
      '-c',
      String.raw`\echo here`,
      '-c',
      'select pg_sleep(600)',
    ];
    const busy = spawn(join(this.programs, 'psql'), words, { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(busy.stdout, 'data');
    return { end: () => void busy.kill() };
  }

  /** Kills it and removes its data. */
  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.home, { recursive: true, force: true });
  }

  private get data(): string {
    return join(this.home, 'data');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { process: server } = this;
    if (!server?.pid || server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'exit');
    const children = signal === 'SIGKILL' ? childrenOf(server.pid) : [];
    server.kill(signal);
    for (const child of children) kill(child);
    await gone;
    await until('its port is free', async () => !(await this.listens()));
  }

  private signalAll(signal: NodeJS.Signals): void {
    const server = this.process?.pid;
    if (server === undefined) throw new Error('PostgreSQL was not started.');
    for (const pid of [server, ...childrenOf(server)]) process.kill(pid, signal);
  }

  private async answers(): Promise<boolean> {
    if (this.process?.exitCode !== null && this.process?.exitCode !== undefined)
      throw new Error(`PostgreSQL ended at once with ${this.process.exitCode}.`);
    return this.run('select 1').then(
      () => true,
      ({ message }: Error) => message.includes('too many clients'),
    );
  }

  private listens(): Promise<boolean> {
    const socket = connect(this.port, '127.0.0.1');
    return new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    }).finally(() => socket.destroy());
  }
}

const childrenOf = (pid: number): readonly number[] =>
  spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)])
    .stdout.toString()
    .split('\n')
    .map((line) => Number(line.trim()))
    .filter((child) => child > 0);

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // gone by itself
  }
};
