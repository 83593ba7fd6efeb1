import { openSystem, readSettings, type System } from '@docket/host';
import { until } from '@docket/kernel/testing';
import { TestDocket, type Caller } from '../e2e/docket.fixture';
import { newInstallation, serverEnvironment } from '../e2e/servers.fixture';
import { startProtocolServer, type ProtocolServer } from '../protocol-server';
import { bridge, confidenceModel } from '../e2e/samples.fixture';
import { OwnRedis } from './own-redis.fixture';

/** A worker and an api process of one installation, in this process, on an EventStoreDB and a PostgreSQL of the test. */
export class Apart {
  /** What was rejected and nobody looked at: nothing ever should be. */
  readonly unhandled: unknown[] = [];
  readonly troubles: string[] = [];
  private readonly note = (error: unknown) => void this.unhandled.push(error);
  private readonly acknowledged: { id: string; name: string }[] = [];
  private portfolio = '';
  private isWriting = true;
  private writing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly eventStore: ProtocolServer,
    private readonly redis: OwnRedis,
    readonly worker: System,
    readonly api: TestDocket,
  ) {
    process.on('unhandledRejection', this.note);
  }

  static async start(postgres: string): Promise<Apart> {
    const eventStore = await startProtocolServer();
    const redis = await OwnRedis.start();
    const server = serverEnvironment({
      eventStore: eventStore.url,
      postgres,
      redis: redis.url,
      installation: newInstallation(),
    });
    const troubles: string[] = [];
    const worker = await openSystem(
      readSettings({ PORT: '0', ...server }),
      'worker',
      () => undefined,
      (what) => void troubles.push(what),
    );
    const apart = new Apart(eventStore, redis, worker, await TestDocket.start({ server, part: 'api' }));
    apart.troubles.push(...troubles);
    await apart.begin();
    return apart;
  }

  /** How many projects were acknowledged so far. */
  get written(): number {
    return this.acknowledged.length;
  }

  /** How many of its events the read model of the worker holds, while it can be asked. */
  async number(): Promise<number> {
    return this.worker.live
      .current()
      .checkpoint()
      .then(({ number }) => number);
  }

  /** Waits until so many more projects are acknowledged. */
  async goesOn(more = 5): Promise<void> {
    const before = this.written;
    await until('writes go on', () => this.written >= before + more, 60_000);
  }

  /** Stops writing, waits until all of it can be read, and gives the whole list as it is live, then rebuilt. */
  async settledLists(): Promise<Readonly<{ live: string; rebuilt: string; missing: readonly string[] }>> {
    this.isWriting = false;
    await this.writing;
    const path = `/api/v1/portfolios/${this.portfolio}/ranking`;
    const { visitor } = this.api;
    const isReady = async () => (await visitor.get('/health/ready')).status === 200;
    await until('the api is ready', isReady, 60_000);
    const head = await this.worker.adapters.store.head();
    await this.worker.waitFor(head ?? '0', 60_000);
    const { body, text, status } = await visitor.get(path);
    if (status !== 200) throw new Error(text);
    const names = new Set(body.rows.map(({ name }: { name: string }) => name));
    const again = `${path}?asOf=${body.asOf.token}`;
    const live = (await visitor.get(again)).text;
    await this.worker.rebuild(() => undefined);
    const rebuilt = (await visitor.get(again)).text;
    const missing = this.acknowledged.filter(({ name }) => !names.has(name)).map(({ name }) => name);
    return { live: live === text ? live : `not what was answered at first: ${text}`, rebuilt, missing };
  }

  async stop(): Promise<void> {
    this.isWriting = false;
    await this.writing;
    await this.api.stop();
    await this.worker[Symbol.asyncDispose]();
    await this.eventStore.stop();
    await this.redis.remove();
    process.off('unhandledRejection', this.note);
  }

  private async begin(): Promise<void> {
    const pmo = await this.api.as('p-otto');
    const opening = { name: 'City', currency: 'GBP', timeZone: 'Europe/London' };
    const maya = await this.api.as('p-maya');
    this.portfolio = (await maya.post('/api/v1/portfolios', opening)).body.id;
    const model = await pmo.post(`/api/v1/portfolios/${this.portfolio}/scoring-models`, confidenceModel);
    await pmo.post(`/api/v1/scoring-models/${model.body.id}/publication`);
    this.writing = this.write(await this.api.as('p-priya'));
  }

  /** Proposes one project after the other; what is not acknowledged is sent again under its key until it is. */
  private async write(priya: Caller): Promise<void> {
    for (let count = 1; this.isWriting; count += 1) {
      const name = `Bridge ${count}`;
      const send = () =>
        priya.post(`/api/v1/portfolios/${this.portfolio}/projects`, { ...bridge, name }, `bridge-${count}`);
      const sent = await until(
        `${name} is acknowledged`,
        async () => {
          const answer = await send();
          if (answer.status >= 300 && answer.status !== 503) throw new Error(answer.text);
          return answer.status < 300 && answer;
        },
        60_000,
      );
      this.acknowledged.push({ id: sent.body.id, name });
    }
  }
}
