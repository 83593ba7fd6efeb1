import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { comparePositions, RevisionConflict, type Appended, type EventToStore } from '@docket/kernel';
import { startUnreliableServer, WAYS, type UnreliableServer } from '../../../../test/protocol-server';
import { asStored, events, freshStream, plain } from '../contract/samples.contract';
import { Subscriber } from '../contract/subscriber.contract';
import type { EventStoreDb } from '.';
import { openBriefly, PATIENT, repeatedUntilKnown } from './unreliable-server.scenes';

/** Ends a test that hangs; how long it takes is a matter of what else the machine does. */
const LONGEST_MS = 300_000;

type Acknowledged = Readonly<{ stream: string; batch: readonly EventToStore[]; appended: Appended }>;

/**
 * More failures in a row than a server that misbehaves is let cause one writer: then it is the machine that is too busy to answer within the
 * short time-outs, and calls that nobody waits for any more only make it busier.
 */
const TOO_BUSY = 15;

/** Two ways to the same log: one gives up soon, the other waits for a machine that is busy with something else. */
type Ways = Readonly<{ hurried: EventStoreDb; patient: EventStoreDb }>;

/** Writes on until it is told to stop: into a stream of its own, or one that all write into. */
class Writer {
  readonly acknowledged: Acknowledged[] = [];
  private isStopping = false;
  private failures = 0;
  readonly done: Promise<void>;

  constructor(
    private readonly ways: Ways,
    private readonly shared: string,
    private readonly on: Readonly<{ acknowledged: () => void; trouble: () => void }>,
  ) {
    this.done = this.run();
  }

  stop(): Promise<void> {
    this.isStopping = true;
    return this.done;
  }

  private get store(): EventStoreDb {
    return this.failures > TOO_BUSY ? this.ways.patient : this.ways.hurried;
  }

  private readonly trouble = (): void => {
    this.failures += 1;
    this.on.trouble();
  };

  private async run(): Promise<void> {
    const own = freshStream(this.store);
    for (let count = 0; !this.isStopping; count += 1) {
      await this.write(own, events(1 + (count % 3), `own ${count}`));
      await this.write(this.shared, events(2, `shared ${count}`));
    }
  }

  /** What is unknown is repeated as it is; who lost a race looks where the stream is and tries again. */
  private async write(stream: string, batch: readonly EventToStore[]): Promise<void> {
    for (;;) {
      const at = await this.lastRevision(stream);
      try {
        const append = () => this.store.append(stream, batch, at < 0 ? 'no-stream' : at);
        const appended = await repeatedUntilKnown(append, this.trouble);
        this.failures = 0;
        this.acknowledged.push({ stream, batch, appended });
        return this.on.acknowledged();
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
      }
    }
  }

  private async lastRevision(stream: string): Promise<number> {
    const seen = this.acknowledged.findLast((one) => one.stream === stream)?.appended.revision ?? -1;
    for (;;)
      try {
        const found = await this.store.read(stream, { from: seen + 1 });
        this.failures = 0;
        return found.at(-1)?.revision ?? seen;
      } catch {
        this.trouble();
        await new Promise((resolve) => setImmediate(resolve));
      }
  }
}

it(
  'loses and doubles nothing under four writers, whatever the server does meanwhile',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'docket-writers-'));
    const server: UnreliableServer = await startUnreliableServer({
      file: join(folder, 'log'),
      delayMs: 30,
      lateMs: 60,
    });
    const store = openBriefly(server, { readTimeoutMs: 2_000, watchMs: 500 });
    const patient = openBriefly(server, { installation: store.installation, ...PATIENT });
    let count = 0;
    let troubles = 0;
    const progress = new EventEmitter();
    const on = {
      acknowledged: () => progress.emit('one', (count += 1)),
      trouble: () => progress.emit('one', (troubles += 1)),
    };
    const shared = freshStream(store);
    const stores = Array.from({ length: 4 }, () => openBriefly(server, { installation: store.installation }));
    const writers = stores.map((one) => new Writer({ hurried: one, patient }, shared, on));
    const subscriber = new Subscriber(store);

    const broken = Promise.all(writers.map(({ done }) => done));
    broken.catch(() => undefined);
    const until = async (isSo: () => boolean) => {
      while (!isSo()) await Promise.race([once(progress, 'one'), broken]);
    };
    const untilAcknowledged = async (more: number) => {
      const enough = count + more;
      await until(() => count >= enough);
    };
    for (const way of WAYS) {
      server.misbehave(way);
      const enough = count + troubles + 8;
      await until(() => count + troubles >= enough);
      server.behave();
      await untilAcknowledged(12);
    }
    for (let restart = 0; restart < 5; restart += 1) {
      await server.restart();
      await untilAcknowledged(12);
    }
    await Promise.all(writers.map((writer) => writer.stop()));

    const acknowledged = writers.flatMap((writer) => writer.acknowledged).sort(byPosition);
    const expected = acknowledged.flatMap(({ stream, batch, appended }) =>
      asStored(stream, batch, appended.revision - batch.length + 1),
    );
    await subscriber.untilEvents(expected.length);
    expect(subscriber.events.map(plain)).toEqual(expected);
    expect((await patient.read(shared)).map(plain)).toEqual(
      expected.filter(({ stream }) => stream === shared),
    );
    await subscriber.leave();
    await Promise.all([store, patient, ...stores].map((one) => one.close()));
    await server.stop();
    rmSync(folder, { recursive: true });
  },
  LONGEST_MS,
);

const byPosition = (a: Acknowledged, b: Acknowledged): number =>
  comparePositions(a.appended.position, b.appended.position);
