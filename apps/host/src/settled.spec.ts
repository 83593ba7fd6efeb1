import { commandRuntime, type CommandRuntime, type Position, type ReadModel } from '@docket/kernel';
import { CountingIds, MemoryEventStore, SteppingClock } from '@docket/kernel/testing';
import { settled } from './settled';

const NOW = '2026-03-02T09:00:10.000Z';
const [earlier, at] = ['2026-03-02T08:00:00.000Z', '2026-03-02T09:00:08.000Z'];
const stream = 'docket-fund-1b4e28ba-2fa1-8000-8000-0123456789ab';

/** A read model of one event that was recorded then, or of none. */
const readTo = (recordedAt?: string): ReadModel =>
  ({
    checkpoint: async () => ({ number: recordedAt === undefined ? 0 : 1, position: undefined }),
    numbered: async () => ({ recordedAt }),
  }) as unknown as ReadModel;

describe('an instant of the past is settled', () => {
  let store: MemoryEventStore;
  let clock: SteppingClock;
  let runtime: CommandRuntime;
  let awaited: Position[];
  const waitFor = async (position: Position) => {
    awaited.push(position);
  };

  beforeEach(async () => {
    store = new MemoryEventStore();
    clock = new SteppingClock(NOW);
    runtime = commandRuntime(store, clock, new CountingIds());
    awaited = [];
    const id = '00000000-0000-4000-8000-000000000001';
    await store.append(stream, [{ id, type: 'Opened.v1', bytes: Buffer.from('{}\n{}') }], 'no-stream');
  });

  it('at once where something recorded later can be read', async () => {
    await settled({ runtime, readModel: readTo(NOW), isShared: false, waitFor }, at);
    expect([awaited, clock.now()]).toEqual([[], NOW]);
  });

  it('only when the read model has come to the end of the log', async () => {
    await settled({ runtime, readModel: readTo(earlier), isShared: false, waitFor }, at);
    expect(awaited).toEqual([await store.head()]);
    await settled({ runtime, readModel: readTo(), isShared: false, waitFor }, at);
    expect(awaited).toHaveLength(2);
  });

  it('not before what was decided by then is in the log', async () => {
    let end: () => void = () => undefined;
    const appending = runtime.inFlight.during(at, () => new Promise<void>((resolve) => (end = resolve)));
    const told: string[] = [];
    const asked = settled({ runtime, readModel: readTo(NOW), isShared: false, waitFor }, at).then(() =>
      told.push('settled'),
    );
    await Promise.resolve();
    told.push('stored');
    end();
    await Promise.all([appending, asked]);
    expect(told).toEqual(['stored', 'settled']);
  });

  it('where others write, too, only when no command of theirs can still have been decided by then', async () => {
    await settled({ runtime, readModel: readTo(NOW), isShared: true, waitFor }, at);
    expect(clock.now()).toBe('2026-03-02T09:00:13.000Z');
    await settled({ runtime, readModel: readTo(NOW), isShared: true, waitFor }, earlier);
    expect(clock.now()).toBe('2026-03-02T09:00:13.000Z');
  });

  it('within the same time where the clock was set back behind it', async () => {
    await settled({ runtime, readModel: readTo(NOW), isShared: true, waitFor }, '2026-03-02T14:00:00.000Z');
    expect(clock.now()).toBe('2026-03-02T09:00:15.000Z');
  });
});
