import { startOwnRedis, type OwnRedis } from '@docket/job-queue/testing';
import { openEventStoreDb } from '@docket/event-store';
import type { StoredEvent } from '@docket/kernel';
import { Child, type Server } from '../e2e/cli.fixture';
import { newInstallation, serverEnvironment } from '../e2e/servers.fixture';
import { startProtocolServer } from '../protocol-server';
import { OwnPostgres } from './own-postgres.fixture';
import { eventsOf } from './writers.fixture';

/** What stands in the place of EventStoreDB. */
type RunningStore = Readonly<{ url: string; stop: () => Promise<void> }>;

/** Servers of a test's own, and the processes of one installation on them. Whoever ends their servers may do so at any moment. */
export class ServerProfile {
  private constructor(
    readonly postgres: OwnPostgres,
    readonly eventStore: RunningStore,
    readonly redis: OwnRedis,
    private readonly installation: string,
  ) {}

  /** `given` is an event store that is there already, and is stopped with the rest. */
  static async start(programs: string, given?: RunningStore): Promise<ServerProfile> {
    const [postgres, eventStore, redis] = await Promise.all([
      OwnPostgres.start(programs),
      given ?? startProtocolServer(),
      startOwnRedis(),
    ]);
    return new ServerProfile(postgres, eventStore, redis, newInstallation());
  }

  /** The settings of its processes; another log under the same read model where `eventStore` names one. */
  settings(eventStore = this.eventStore.url): Record<string, string> {
    const { installation, postgres, redis } = this;
    const servers = { eventStore, postgres: postgres.url, redis: redis.url, installation };
    return { PORT: '0', ...serverEnvironment(servers) };
  }

  /** An api process that answers. */
  async api(given: Record<string, string> = {}): Promise<Server> {
    const child = new Child('api', [], { ...this.settings(), ...given }, 600);
    const [, address = ''] = await child.says(/(?:ready|listening): (http:\/\/127\.0\.0\.1:\d+)/);
    return { child, address, secret: '' };
  }

  /** A worker process that has just been started. */
  startingWorker(given: Record<string, string> = {}): Child {
    return new Child('worker', [], { ...this.settings(), ...given }, 600);
  }

  /** A worker process that leads, or stands by. */
  async worker(given: Record<string, string> = {}): Promise<Child> {
    const child = this.startingWorker(given);
    await child.says(/"msg":"ready, stop with Ctrl-C"/);
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
    await Promise.all([this.redis.dispose(), this.postgres.remove(), this.eventStore.stop()]);
  }
}

/** Ends a process as its operator does. */
export const stopChild = (child: Child) => {
  child.kill('SIGTERM');
  return child.ended;
};
