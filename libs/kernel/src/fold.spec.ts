import { decodeStored } from './aggregate';
import { UnknownStoredEvent } from './codec';
import { emptyFold, foldTail, type Fold } from './fold';
import { FoldCache } from './fold-cache';
import { aProcess, BadLine, Fund, fund } from './run-command.scenes';
import { loadState } from './gather';
import { open } from './envelope';
import { commandIdOf, digestOfBody } from './request';
import { asking, fundId } from './run-command.scenes';

const start = () => emptyFold(Fund.decider.initialState());

describe('The fold of a stream', () => {
  it('of which there is none is its initial state', async () => {
    const { log } = aProcess();
    expect(await foldTail(log, Fund, fund, start())).toEqual({
      state: { left: 0 },
      revision: -1,
      position: undefined,
      hash: null,
      recordedAt: '',
      seen: new Map(),
    });
  });

  it('holds the state, where it ends and which commands it has seen, each at its last event', async () => {
    const { log, open: openFund, allocate } = aProcess();
    await openFund(100);
    await allocate('a', [10, 20]);
    const last = (await log.read(fund))[2]!;
    expect(await foldTail(log, Fund, fund, start())).toEqual({
      state: { left: 70, portfolioId: 'p-1' },
      revision: 2,
      position: '3',
      hash: open(last).hash,
      recordedAt: '2026-03-02T09:00:00.000Z',
      seen: new Map([
        [commandIdOf(asking('open'), fund), { digest: digestOfBody('open'), revision: 0, position: '1' }],
        [commandIdOf(asking('a'), fund), { digest: digestOfBody([10, 20]), revision: 2, position: '3' }],
      ]),
    });
  });

  it('from its middle on is the same as from its start', async () => {
    const { log, open: openFund, allocate } = aProcess();
    await openFund(100);
    const middle = await foldTail(log, Fund, fund, start());
    await allocate('a', [10]);
    await allocate('b', [20]);
    expect(await foldTail(log, Fund, fund, middle)).toEqual(await foldTail(log, Fund, fund, start()));
  });

  it('is itself when nothing came after it', async () => {
    const { log, open: openFund } = aProcess();
    await openFund(100);
    const fold = await foldTail(log, Fund, fund, start());
    expect(await foldTail(log, Fund, fund, fold)).toBe(fold);
  });

  it.each([999, 1_000, 1_001, 2_000])('reads all of a stream of %i events, page by page', async (count) => {
    const { log, open: openFund, allocate } = aProcess();
    await openFund(5_000);
    for (let left = count - 1; left > 0; left -= 500)
      await allocate(`${left}`, Array(Math.min(left, 500)).fill(1));
    const { state, revision } = await foldTail(log, Fund, fund, start());
    expect([state.left, revision]).toEqual([5_001 - count, count - 1]);
  });

  it('fails on an event that no codec knows, and is not cached beyond it', async () => {
    const { runtime, open: openFund, allocate } = aProcess();
    await openFund(100);
    await allocate('a', [10]);
    const older = {
      ...Fund,
      codec: {
        ...Fund.codec,
        decode: () => {
          throw new UnknownStoredEvent('x');
        },
      },
    };
    runtime.folds.set(fund, start());
    await expect(loadState(runtime, older, fundId)).rejects.toBeInstanceOf(UnknownStoredEvent);
    expect(runtime.folds.get(fund)).toMatchObject({ revision: -1 });
    expect(await loadState(runtime, Fund, fundId)).toEqual({ left: 90, portfolioId: 'p-1' });
  });

  it('that is cached only asks for what came after it', async () => {
    const { log, open: openFund } = aProcess();
    await openFund(100);
    const asked: unknown[] = [];
    class Counting extends BadLine {
      override read: BadLine['read'] = (stream, options) => {
        asked.push(options?.from);
        return log.read(stream, options);
      };
    }
    const { runtime } = aProcess(new Counting(log));
    await loadState(runtime, Fund, fundId);
    await loadState(runtime, Fund, fundId);
    expect(asked).toEqual([0, 1]);
    expect((await log.read(fund)).map((stored) => decodeStored(Fund.codec, stored).type)).toEqual([
      'FundOpened',
    ]);
  });
});

describe('The cache of folds', () => {
  const foldAt = (revision: number): Fold<unknown> => ({ ...emptyFold(null), revision });
  const kept = (cache: FoldCache, streams: readonly string[]) =>
    streams.filter((stream) => cache.get(stream));

  it('gives back what was kept last', () => {
    const cache = new FoldCache();
    cache.set('a', foldAt(1));
    cache.set('a', foldAt(2));
    expect([cache.get('a'), cache.get('b')]).toEqual([foldAt(2), undefined]);
  });

  it('forgets the stream that was longest not asked for', () => {
    const cache = new FoldCache(2);
    cache.set('a', foldAt(1));
    cache.set('b', foldAt(1));
    cache.get('a');
    cache.set('c', foldAt(1));
    expect(kept(cache, ['a', 'b', 'c'])).toEqual(['a', 'c']);
    cache.set('a', foldAt(2));
    cache.set('d', foldAt(1));
    expect(kept(cache, ['a', 'b', 'c', 'd'])).toEqual(['a', 'd']);
  });
});
