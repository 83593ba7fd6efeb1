import { openSqliteEventStore } from '@docket/event-store';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  commandRuntime,
  derivedUuid,
  ProcessRunner,
  RecordDamaged,
  runCommand,
  type EventStore,
  type Position,
  type Recorded,
  type StoredEvent,
} from '.';
import { decode, Lamp, requestFor, shipping, whole, type Order } from './process-runner.scenes';
import { CountingIds, SteppingClock } from './testing';

const red = derivedUuid('red');

describe('A process that meets trouble', () => {
  let folder: string;
  let store: EventStore;
  let told: string[];
  let load: () => Promise<Position | undefined>;
  let read: (stored: StoredEvent) => Recorded;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'docket-trouble-'));
    store = await openSqliteEventStore({ file: join(folder, 'events.sqlite'), installation: 'docket' });
    told = [];
    load = async () => undefined;
    read = decode;
    const order = (): Order => ({ type: 'Order', data: { lamp: red } });
    const runtime = commandRuntime(store, new SteppingClock(), new CountingIds('order'));
    await runCommand(runtime, Lamp, red, requestFor(red, 'live'), order);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const runner = () =>
    new ProcessRunner(shipping, {
      runtime: commandRuntime(store, new SteppingClock(), new CountingIds('runner')),
      decode: (stored) => read(stored),
      dispatch: async () => ({ outcome: 'accepted', id: 'x', stream: 'x', revision: 0, position: '1' }),
      checkpoint: { load: () => load(), save: async () => undefined },
      onTrouble: (what, error) =>
        told.push(`${what}: ${error instanceof Error ? error.message : String(error)}`),
    });
  const shipped = async () =>
    (await store.read(`docket-shipping-${derivedUuid('shipping', red)}`))
      .map(decode)
      .map(({ type, data }) => ({ type, data }));

  it('reads the log from its start where its checkpoint is damaged, and says so', async () => {
    load = async () => {
      throw new RecordDamaged('The record was kept as a and is b now.');
    };
    const one = runner();
    one.start();
    expect(await one.waitUntilIdle()).toMatchObject({ state: 'running', unfinished: [] });
    await one.stop();
    expect(await shipped()).toEqual(whole(red));
    expect(told).toEqual([
      'shipping reads the log from its start: its checkpoint cannot be read: The record was kept as a and is b now.',
    ]);
  });

  it('says that it has failed, and stays so until it was stopped and is started anew', async () => {
    read = () => {
      throw new Error('unknown event');
    };
    const one = runner();
    one.start();
    expect(await one.waitUntilIdle()).toMatchObject({ state: 'failed', error: 'Error: unknown event' });
    expect(told).toEqual(['shipping has failed; it is tried again every minute: unknown event']);
    read = decode;
    await one.sweep();
    one.start();
    expect(one.status()).toMatchObject({ state: 'failed' });
    await one.stop();
    one.start();
    expect(await one.waitUntilIdle()).toMatchObject({ state: 'running', unfinished: [] });
    await one.stop();
    expect(await shipped()).toEqual(whole(red));
  });
});
