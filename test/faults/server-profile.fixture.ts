import { openEventStoreDb } from '@docket/event-store';
import type { StoredEvent } from '@docket/kernel';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { Child, type Server } from '../e2e/cli.fixture';
import { newInstallation, serverEnvironment } from '../e2e/servers.fixture';
import { startProtocolServer } from '../protocol-server';
import { OwnPostgres, postgresPrograms } from './own-postgres.fixture';
import { eventsOf } from './writers.fixture';

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

const hasRedis = (): boolean => {
  const isThere = spawnSync('redis-server', ['--version']).status === 0;
  if (!isThere) console.info('Not run: there is no redis-server on this machine.');
  return isThere;
};

/** A Redis of a test's own, which keeps nothing. */
const ownRedis = async (): Promise<Readonly<{ url: string; process: ChildProcess }>> => {
  const port = await freePort();
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const started = spawn('redis-server', [...words, '--maxmemory-policy', 'noeviction'], {
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for await (const said of started.stdout) if (String(said).includes('Ready to accept')) break;
  started.stdout.resume();
  return { url: `redis://127.0.0.1:${port}`, process: started };
};

/** The programs of the servers that a test of the server profile starts for itself; `undefined`, and said so, where one is missing. */
export const serverPrograms = (): string | undefined => {
  const postgres = postgresPrograms();
  return postgres !== undefined && hasRedis() ? postgres : undefined;
};

/** What stands in the place of EventStoreDB. */
type RunningStore = Readonly<{ url: string; stop: () => Promise<void> }>;

/** Servers of a test's own, and the processes of one installation on them. Whoever ends their servers may do so at any moment. */
export class ServerProfile {
  private constructor(
    readonly postgres: OwnPostgres,
    readonly eventStore: RunningStore,
    private readonly redis: Awaited<ReturnType<typeof ownRedis>>,
    private readonly installation: string,
  ) {}

  /** `given` is an event store that is there already, and is stopped with the rest. */
  static async start(programs: string, given?: RunningStore): Promise<ServerProfile> {
    const [postgres, eventStore, redis] = await Promise.all([
      OwnPostgres.start(programs),
      given ?? startProtocolServer(),
      ownRedis(),
    ]);
    return new ServerProfile(postgres, eventStore, redis, newInstallation());
  }

  /** The settings of its processes; another log under the same read model where `eventStore` names one. */
  settings(eventStore = this.eventStore.url): Record<string, string> {
    const { installation, postgres } = this;
    return {
      PORT: '0',
      ...serverEnvironment({ eventStore, postgres: postgres.url, installation }),
      DOCKET_JOBS: this.redis.url,
    };
  }

  /** An api process that answers. */
  async api(given: Record<string, string> = {}): Promise<Server> {
    const child = new Child('api', [], { ...this.settings(), ...given }, 600);
    const [, address = ''] = await child.says(/ready: (http:\/\/127\.0\.0\.1:\d+)/);
    return { child, address, secret: '' };
  }

  /** A worker process that leads, or stands by. */
  async worker(given: Record<string, string> = {}): Promise<Child> {
    const child = new Child('worker', [], { ...this.settings(), ...given }, 600);
    await child.says(/"msg":"ready: /);
    return child;
  }

  /** Every event of the installation. */
  async events(): Promise<readonly StoredEvent[]> {
    const store = await openEventStoreDb({ url: this.eventStore.url, installation: this.installation });
    const events = await eventsOf(store);
    await store.close();
    return events;
  }

  async stop(): Promise<void> {
    const gone = once(this.redis.process, 'exit');
    this.redis.process.kill('SIGKILL');
    await Promise.all([gone, this.postgres.remove(), this.eventStore.stop()]);
  }
}

/** Ends a process as its operator does. */
export const stopChild = (child: Child) => {
  child.kill('SIGTERM');
  return child.ended;
};
