import { openSqliteEventStore } from '@docket/event-store';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  comparePositions,
  commandRuntime,
  derivedUuid,
  ProcessRunner,
  refuse,
  runCommand,
  StoreUnavailable,
  type CommandRuntime,
  type EventStore,
  type Outgoing,
  type Position,
  type Receipt,
  type Refused,
} from '.';
import { decode, Lamp, requestFor, shipping, whole, type Order } from './process-runner.scenes';
import { CountingIds, SteppingClock } from './testing';

const receipt: Receipt = { outcome: 'accepted', id: 'x', stream: 'x', revision: 0, position: '1' };
const [red, blue] = [derivedUuid('red'), derivedUuid('blue')];

describe('A process over the log', () => {
  let folder: string;
  let store: EventStore;
  let saved: Position | undefined;
  let sent: string[];
  let answer: (step: string, lamp: string) => Promise<Receipt | Refused<string>>;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'docket-process-'));
    store = await openSqliteEventStore({ file: join(folder, 'events.sqlite'), installation: 'docket' });
    saved = undefined;
    sent = [];
    answer = async () => receipt;
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const runtimeOver = (over: EventStore, seed: string): CommandRuntime =>
    commandRuntime(over, new SteppingClock(), new CountingIds(seed));
  const runnerOver = (over: EventStore = store, seed = 'runner', read = decode) =>
    new ProcessRunner(shipping, {
      runtime: runtimeOver(over, seed),
      decode: read,
      dispatch: (outgoing: Outgoing, request) => {
        sent.push(`${outgoing.step} ${request.key} ${request.correlationId}`);
        return answer(outgoing.step, outgoing.target);
      },
      checkpoint: {
        load: async () => saved,
        save: async (position) => {
          saved = position;
        },
      },
    });
  const order = async (lamp: string, origin: 'live' | 'import' = 'live'): Promise<Receipt> => {
    const ordered = await runCommand(
      runtimeOver(store, `order-${lamp}-${origin}`),
      Lamp,
      lamp,
      requestFor(lamp, origin),
      (): Order => ({ type: 'Order', data: { lamp } }),
    );
    if (ordered.outcome === 'refused') throw new Error(ordered.refusal.message);
    return ordered;
  };
  const streamOf = (lamp: string) => `docket-shipping-${derivedUuid('shipping', lamp)}`;
  const shipped = async (lamp: string) =>
    (await store.read(streamOf(lamp))).map(decode).map(({ type, data }) => ({ type, data }));
  const runThrough = async (runner = runnerOver()) => {
    runner.start();
    const status = await runner.waitUntilIdle();
    await runner.stop();
    return status;
  };

  it('takes each trigger once, sends step after step and says so in its stream', async () => {
    await order(red);
    await runThrough();
    expect(await shipped(red)).toEqual(whole(red));
    const key = (step: string) => derivedUuid(streamOf(red), step);
    expect(sent).toEqual([
      `parcel ${key('parcel')} correlation-${red}`,
      `letter ${key('letter')} correlation-${red}`,
    ]);
  });

  it('does nothing anew when it reads the log from the start again', async () => {
    await order(red);
    await runThrough();
    saved = undefined;
    await runThrough(runnerOver(store, 'again'));
    expect(await shipped(red)).toEqual(whole(red));
    expect(sent).toHaveLength(2);
  });

  it('follows what comes while it runs', async () => {
    const runner = runnerOver();
    runner.start();
    await runner.waitUntilIdle();
    await order(blue);
    await runner.waitUntilIdle();
    await runner.stop();
    expect(await shipped(blue)).toEqual(whole(blue));
  });

  it('is never started by imported facts', async () => {
    await order(red, 'import');
    expect(await runThrough()).toMatchObject({ state: 'running', position: await store.head() });
    expect(await shipped(red)).toEqual([]);
  });

  it('records a refusal and goes on, once', async () => {
    answer = async (step) => (step === 'parcel' ? refuse('out-of-stock', 'None left.') : receipt);
    await order(red);
    await runThrough();
    expect(await shipped(red)).toEqual([
      { type: 'Taken', data: { lamp: red } },
      { type: 'Sent', data: { step: 'parcel', code: 'out-of-stock' } },
      { type: 'Sent', data: { step: 'letter' } },
    ]);
    expect(sent).toHaveLength(2);
  });

  it('waits out an outage of what it sends to', async () => {
    let failures = 0;
    answer = async () => {
      if (failures++ < 2) throw new StoreUnavailable('away');
      return receipt;
    };
    await order(red);
    expect(await runThrough()).toMatchObject({ unfinished: [] });
    expect(await shipped(red)).toEqual(whole(red));
  });

  it('waits out an outage of its own log, however long', async () => {
    await order(red);
    let failures = 0;
    const shaky: EventStore = Object.assign(Object.create(store) as EventStore, {
      append: async (...args: Parameters<EventStore['append']>) => {
        if (failures++ < 12) throw new StoreUnavailable('away');
        return store.append(...args);
      },
    });
    await runThrough(runnerOver(shaky));
    expect(await shipped(red)).toEqual(whole(red));
  });

  it('is not held up by an instance that cannot go on, and its sweep finishes that one later', async () => {
    let broken = true;
    answer = async (_, lamp) => {
      if (broken && lamp === red) throw new Error('the shop burnt down');
      return receipt;
    };
    await order(red);
    await order(blue);
    const runner = runnerOver();
    runner.start();
    expect(await runner.waitUntilIdle()).toMatchObject({
      unfinished: [{ instance: derivedUuid('shipping', red), error: 'Error: the shop burnt down' }],
    });
    expect(await shipped(blue)).toEqual(whole(blue));
    await runner.sweep();
    expect(await shipped(red)).toEqual(whole(red).slice(0, 1));
    broken = false;
    await runner.sweep();
    expect(await shipped(red)).toEqual(whole(red));
    expect(runner.status()).toMatchObject({ unfinished: [] });
    await runner.stop();
  });

  it('finds an unfinished instance again after a restart: its checkpoint stays before the trigger', async () => {
    await order(blue);
    await runThrough();
    answer = async () => {
      throw new Error('the shop burnt down');
    };
    const trigger = await order(red);
    const isSavedFrom = ({ position }: Receipt) => comparePositions(saved ?? '0', position) >= 0;
    await runThrough(runnerOver(store, 'second'));
    expect(isSavedFrom(trigger)).toBe(false);
    answer = async () => receipt;
    expect(await runThrough(runnerOver(store, 'third'))).toMatchObject({ unfinished: [] });
    expect(await shipped(red)).toEqual(whole(red));
    expect(isSavedFrom(trigger)).toBe(true);
  });

  it('begins anew where its checkpoint lies beyond the end of a restored log', async () => {
    await order(red);
    saved = '999999';
    await runThrough();
    expect(await shipped(red)).toEqual(whole(red));
  });

  it('stops loudly on an event it cannot read, and lets nobody wait for ever', async () => {
    await order(red);
    const blind = runnerOver(store, 'blind', () => {
      throw new Error('unknown event');
    });
    expect(await runThrough(blind)).toMatchObject({ state: 'failed', error: 'Error: unknown event' });
    expect(saved).toBeUndefined();
  });

  it('ends the step under way before it stops', async () => {
    const trigger = await order(red);
    const runner = runnerOver();
    let stopped: Promise<void> | undefined;
    answer = async () => {
      stopped ??= runner.stop();
      return receipt;
    };
    runner.start();
    await runner.waitUntilIdle();
    await stopped;
    expect(await shipped(red)).toEqual(whole(red));
    expect(runner.status()).toEqual({ state: 'stopped', position: trigger.position, unfinished: [] });
    expect(saved).toBe(trigger.position);
  });

  it('has not stopped while it still writes', async () => {
    await order(red);
    let isStopped = false;
    const seen: boolean[] = [];
    const slow: EventStore = Object.assign(Object.create(store) as EventStore, {
      append: async (...args: Parameters<EventStore['append']>) => {
        stopped ??= runner.stop().then(() => {
          isStopped = true;
        });
        await new Promise((resolve) => setImmediate(resolve));
        seen.push(isStopped);
        return store.append(...args);
      },
    });
    const runner = runnerOver(slow);
    let stopped: Promise<void> | undefined;
    runner.start();
    await runner.waitUntilIdle();
    await stopped;
    expect(seen).toEqual([false]);
    expect(await shipped(red)).toEqual(whole(red).slice(0, 1));
    expect(saved).toBeUndefined();
  });
});
