import { LogReplaced } from './event-store.port';
import type { LogWatch } from './log-watch.port';
import { loadState } from './gather';
import {
  aProcess,
  asking,
  BadLine,
  Ceiling,
  ceilingId,
  Fund,
  fund,
  fundId,
  story,
} from './run-command.scenes';
import { MemoryEventStore } from './testing';

/** A watch that finds the log to be the same until it is told otherwise. */
class Watch implements LogWatch {
  readonly told: string[] = [];
  replaced: LogReplaced | undefined;

  async assertSame(): Promise<void> {
    if (this.replaced) throw this.replaced;
  }

  lost(stream: string, revision: number): LogReplaced {
    this.told.push(`${stream}@${revision}`);
    this.replaced = new LogReplaced('Another log.');
    return this.replaced;
  }
}

/** A process whose log can be put away for another under it. */
const watched = () => {
  const log = new MemoryEventStore();
  const place = { log };
  const line = new BadLine(log);
  line.read = (...asked) => place.log.read(...asked);
  const process = aProcess(line);
  const watch = new Watch();
  Object.assign(process.runtime, { logWatch: watch });
  return { ...process, place, watch, log };
};

/** The same log as it was after its first events, in a store of its own. */
const shorter = async (log: MemoryEventStore, events: number): Promise<MemoryEventStore> => {
  const other = new MemoryEventStore();
  for (const event of (await log.read(fund)).slice(0, events))
    await other.append(fund, [event], event.revision === 0 ? 'no-stream' : event.revision - 1);
  return other;
};

describe('A process whose log was put away for another one', () => {
  it.each([
    ['knows the stream no more', 0, 1],
    ['has less of it', 2, 3],
  ])('does not say a command done that the log lost, where it %s', async (_, left, last) => {
    const { open, allocate, place, watch, log } = watched();
    await open(100);
    for (let revision = 1; revision <= last; revision += 1) await allocate(`a${revision}`, [1]);
    await allocate(`a${last}`, [1]);
    place.log = await shorter(log, left);
    await expect(allocate(`a${last}`, [1])).rejects.toThrow(LogReplaced);
    expect(watch.told).toEqual([`${fund}@${last}`]);
  });

  it('finds out where another event stands at the end of what it read', async () => {
    const { open, allocate, place, watch, log } = watched();
    await open(100);
    await allocate('a', [1]);
    await allocate('a', [1]);
    place.log = await shorter(log, 1);
    await aProcess(place.log, 'other').allocate('b', [2]);
    await expect(allocate('a', [1])).rejects.toThrow(LogReplaced);
    expect(watch.told).toEqual([`${fund}@1`]);
  });

  it('finds out by a fact that guards, too', async () => {
    const { open, setCeiling, ask, place, watch, log } = watched();
    await open(100);
    await setCeiling(10);
    const allocate = (key: string) =>
      ask(asking(key), async (gather) => ({
        type: 'Allocate',
        data: { amounts: [1], reason: key, ceiling: await gather(Ceiling, ceilingId) },
      }));
    await allocate('a');
    place.log = await shorter(log, 2);
    await expect(allocate('b')).rejects.toThrow(LogReplaced);
    expect(watch.told).toHaveLength(1);
    expect(await story(log)).toHaveLength(2);
  });

  it('takes no command until it is the same again, and reads then what there is', async () => {
    const { open, allocate, runtime, watch, log, line } = watched();
    await open(100);
    await allocate('a', [10]);
    watch.replaced = new LogReplaced('Another log.');
    const sent = line.sent.length;
    await expect(allocate('b', [1])).rejects.toThrow('Another log.');
    expect(line.sent).toHaveLength(sent);
    watch.replaced = undefined;
    expect(await allocate('b', [1])).toMatchObject({ outcome: 'accepted', revision: 2 });
    expect(await loadState(runtime, Fund, fundId)).toMatchObject({ left: 89 });
    expect(await story(log)).toHaveLength(3);
  });

  it('folds anew from the log that is there: nothing of the lost one is left', async () => {
    const { open, allocate, runtime, place, watch, log } = watched();
    await open(100);
    await allocate('a', [10]);
    await loadState(runtime, Fund, fundId);
    place.log = await shorter(log, 1);
    await expect(loadState(runtime, Fund, fundId)).rejects.toThrow(LogReplaced);
    watch.replaced = undefined;
    expect(await loadState(runtime, Fund, fundId)).toMatchObject({ left: 100 });
  });

  it('costs no read more: the event that a fold ends at comes with what follows it', async () => {
    const { open, allocate, line, log } = watched();
    await open(100);
    await allocate('a', [10]);
    const asked: (number | undefined)[] = [];
    line.read = (stream, options) => {
      asked.push(options?.from);
      return log.read(stream, options);
    };
    await allocate('b', [10]);
    await allocate('c', [10]);
    expect(asked).toEqual([0, 1]);
  });
});
