import { StoreFull } from '@docket/kernel';
import { MemoryEventStore } from '@docket/kernel/testing';
import { copy, everythingIn, votes } from './copied-log.scenes';
import type { WriteInOrder } from './write-in-order';

/** Three events to a batch, four where one of them has no words. */
const LARGE = 290_000;

describe('a copy of a log', () => {
  it('says after which event the disk of the target is full, and goes on there once there is room', async () => {
    const [from, to] = [await votes(9, LARGE), new MemoryEventStore()];
    let batches = 0;
    const write: WriteInOrder = async (runs) => {
      batches += 1;
      if (batches === 3) throw new StoreFull('The disk of the event log is full; nothing was stored.');
      for (const { stream, events, expected } of runs) await to.append(stream, events, expected);
    };
    await expect(copy({ from, to, write })).rejects.toThrow(
      'The disk of the target is full behind event 7 of 9: what was copied stays there. Make room and give the same command again: it goes on behind the last event that is there.',
    );
    expect(await everythingIn(to)).toHaveLength(7);
    expect(await copy({ from, to, write })).toMatchObject({ events: 9, copied: 2 });
  });
});
