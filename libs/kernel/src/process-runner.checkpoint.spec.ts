import { setImmediate as nextTurn } from 'node:timers/promises';
import { commandRuntime, derivedUuid, ProcessRunner, runCommand, type Position, type Receipt } from '.';
import { decode, Lamp, requestFor, shipping, type Order } from './process-runner.scenes';
import { CountingIds, MemoryEventStore, SteppingClock } from './testing';

const receipt: Receipt = { outcome: 'accepted', id: 'x', stream: 'x', revision: 0, position: '1' };

describe('The checkpoint of a process under a steady load', () => {
  const store = new MemoryEventStore('docket');
  const clock = new SteppingClock();
  const saved: Position[] = [];
  const runner = new ProcessRunner(shipping, {
    runtime: commandRuntime(store, clock, new CountingIds('runner')),
    decode,
    dispatch: async () => receipt,
    checkpoint: {
      load: async () => undefined,
      save: async (position) => {
        saved.push(position);
      },
    },
  });
  const caller = commandRuntime(store, new SteppingClock(), new CountingIds('caller'));
  /** Orders a lamp and waits until what follows from it was looked at, too. */
  const order = async (name: string): Promise<void> => {
    const lamp = derivedUuid(name);
    const command = (): Order => ({ type: 'Order', data: { lamp } });
    await runCommand(caller, Lamp, lamp, requestFor(lamp, 'live'), command);
    await runner.waitUntilIdle();
  };

  it('is saved once a second, not whenever all is caught up with, and when the process ends', async () => {
    await order('before it starts');
    runner.start();
    for (const name of ['first', 'second', 'third']) await order(name);
    while (saved.length < 1) await nextTurn();
    expect(saved).toHaveLength(1);
    clock.set('2026-03-02T09:00:01.000Z');
    for (const name of ['fourth', 'fifth', 'sixth']) await order(name);
    while (saved.length < 2) await nextTurn();
    await runner.stop();
    expect(saved).toEqual([saved[0], saved[1], runner.status().position]);
  });
});
