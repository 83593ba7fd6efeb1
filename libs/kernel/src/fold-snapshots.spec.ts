import { open } from './envelope';
import { foldSnapshotsIn, FOLD_SNAPSHOT } from './fold-snapshots-in-records';
import type { FoldSnapshots } from './fold-snapshots.port';
import { loadState } from './gather';
import { canonicalJson } from './json';
import type { Records } from './records.port';
import { aProcess, BadLine, Fund, fund, fundId } from './run-command.scenes';
import { commandRuntime } from './runtime';
import { CountingIds, MemoryEventStore, MemoryRecords, SteppingClock } from './testing';

const origin = { log: 'log-1', codeVersion: 'v1' };
const whole = { left: 7_601, portfolioId: 'p-1' };
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A log whose fund has 2,400 events, and where its folds were kept after each of its commands. */
const write = async () => {
  const log = new MemoryEventStore();
  const records = new MemoryRecords();
  const { open: openFund, allocate, runtime } = aProcess(log);
  const keeping = Object.assign(runtime, { snapshots: foldSnapshotsIn(records, origin) });
  await openFund(10_000);
  const receipts = [];
  for (let n = 0; n < 8; n++) {
    receipts.push(await allocate(`key-${n}`, Array(n === 7 ? 299 : 300).fill(1)));
    await loadState(keeping, Fund, fundId);
  }
  await turn();
  return { log, records, receipts };
};

let written: ReturnType<typeof write> | undefined;

/** That log, which nobody adds to, and records of one's own with what was kept. */
const longHistory = async () => {
  const { log, records: kept, receipts } = await (written ??= write());
  const records = new MemoryRecords();
  for (const { kind, id, bytes } of await kept.list(FOLD_SNAPSHOT)) await records.put(kind, id, bytes);
  return { log, records, receipts };
};

/** A process that starts now: from which revisions on it reads, and what it makes of the fund. */
const startAnew = async (log: MemoryEventStore, snapshots?: FoldSnapshots) => {
  const asked: number[] = [];
  class Noting extends BadLine {
    override read: BadLine['read'] = (stream, options) => {
      asked.push(options?.from ?? 0);
      return log.read(stream, options);
    };
  }
  const line = new Noting(log);
  const runtime = commandRuntime(line, new SteppingClock(), new CountingIds('anew'), undefined, snapshots);
  const state = await loadState(runtime, Fund, fundId);
  await turn();
  return { state, asked, ...aProcess(line, 'anew'), runtime };
};

const rewrite = async (records: Records, change: (kept: Record<string, unknown>) => unknown) => {
  const { bytes } = (await records.get(FOLD_SNAPSHOT, fund))!;
  const kept = change(JSON.parse(Buffer.from(bytes).toString('utf8')) as Record<string, unknown>);
  await records.put(FOLD_SNAPSHOT, fund, Buffer.from(typeof kept === 'string' ? kept : JSON.stringify(kept)));
};

describe('The fold of a long stream', () => {
  it('is kept whenever the stream has grown by a thousand events, and a new process goes on from there', async () => {
    const { log, records, receipts } = await longHistory();
    const { state, asked } = await startAnew(log, foldSnapshotsIn(records, origin));
    expect(state).toEqual(whole);
    // the first page shows that the stream is long; the event that the snapshot ends at vouches for it
    expect(asked).toEqual([0, 2_100, 2_101]);
    expect((await records.list(FOLD_SNAPSHOT)).map(({ id }) => id)).toEqual([fund]);
    const again = aProcess(log, 'again');
    Object.assign(again.runtime, { snapshots: foldSnapshotsIn(records, origin) });
    expect(await again.allocate('key-0', Array(300).fill(1))).toEqual(receipts[0]);
    expect(await again.allocate('key-0', [1])).toMatchObject({ refusal: { code: 'idempotency-key-reused' } });
  });

  it('is read whole without anywhere to keep it, with the same result', async () => {
    const { log } = await longHistory();
    expect(await startAnew(log)).toMatchObject({ state: whole, asked: [0, 1_000, 2_000] });
  });

  it('of less than a page is neither kept nor looked for', async () => {
    const log = new MemoryEventStore();
    const { open: openFund, allocate } = aProcess(log);
    await openFund(100);
    await allocate('a', [1]);
    const nobody: FoldSnapshots = {
      load: () => Promise.reject(new Error('looked for')),
      save: () => Promise.reject(new Error('kept')),
    };
    expect(await startAnew(log, nobody)).toMatchObject({ asked: [0] });
  });

  it('is kept once per thousand, not at each start', async () => {
    const { log, records } = await longHistory();
    let kept = 0;
    const inRecords = foldSnapshotsIn(records, origin);
    const counting: FoldSnapshots = { load: inRecords.load, save: async () => void (kept += 1) };
    await startAnew(log, counting);
    expect(kept).toBe(0);
  });

  const lies: readonly [string, (kept: Record<string, unknown>) => unknown][] = [
    ['no JSON', () => '{"revision"'],
    ['no object', () => 'null'],
    ['of another log', (kept) => ({ ...kept, log: 'log-2' })],
    ['of other code', (kept) => ({ ...kept, codeVersion: 'v2' })],
    ['of another history: the event there has another hash', (kept) => ({ ...kept, hash: '0'.repeat(64) })],
    ['at another position', (kept) => ({ ...kept, position: '1' })],
    ['at another revision', (kept) => ({ ...kept, revision: 2_000 })],
    ['beyond the end of the log', (kept) => ({ ...kept, revision: 90_000 })],
    ['at no revision', (kept) => ({ ...kept, revision: '2100' })],
    ['at half a revision', (kept) => ({ ...kept, revision: 2_100.5 })],
    ['without a state', (kept) => ({ ...kept, state: undefined })],
    ['with a state that is none', (kept) => ({ ...kept, state: '["tree"]' })],
    ['without the commands seen', (kept) => ({ ...kept, seen: undefined })],
    ['with commands that are none', (kept) => ({ ...kept, seen: [['a', { digest: 1 }]] })],
    ['from before the thousand events already read', (kept) => ({ ...kept, revision: 5 })],
  ];

  it.each(lies)('is folded anew where the one kept is %s', async (_, change) => {
    const { log, records } = await longHistory();
    await rewrite(records, (kept) => change({ ...kept, ...(kept.state ? { state: '{"left":1}' } : {}) }));
    const { state, asked } = await startAnew(log, foldSnapshotsIn(records, origin));
    expect(state).toEqual(whole);
    expect(asked.filter((from) => from % 1_000 === 0).slice(-2)).toEqual([1_000, 2_000]);
  });

  it.each([
    ['cannot be read', { load: () => Promise.reject(new Error('gone')), save: async () => undefined }],
    [
      'fails at once',
      {
        load: () => {
          throw new Error('gone');
        },
        save: () => {
          throw new Error('full');
        },
      },
    ],
    ['cannot be kept', { load: async () => undefined, save: () => Promise.reject(new Error('full')) }],
  ] satisfies readonly [string, FoldSnapshots][])(
    'is folded anew where it %s, and nobody notices',
    async (_, broken) => {
      const { log } = await longHistory();
      expect(await startAnew(log, broken)).toMatchObject({ state: whole, asked: [0, 1_000, 2_000] });
    },
  );

  it('does not go back to one that is behind the thousand events already read', async () => {
    const { log } = await longHistory();
    const { position, hash } = await log
      .read(fund, { from: 300, limit: 1 })
      .then(([event]) => ({ position: event!.position, hash: open(event!).hash }));
    const state = { left: 9_700, portfolioId: 'p-1' };
    const load = async () => ({ revision: 300, position, hash, state, seen: [] });
    expect(await startAnew(log, { load, save: async () => undefined })).toMatchObject({
      state: whole,
      asked: [0, 1_000, 2_000],
    });
  });

  it('is not waited for when it is kept', async () => {
    const { log } = await longHistory();
    const never: FoldSnapshots = { load: async () => undefined, save: () => new Promise(() => {}) };
    expect(await startAnew(log, never)).toMatchObject({ state: whole });
  });

  it('holds of the commands seen only those before its end, though more come while it is kept', async () => {
    const { records } = await longHistory();
    const { bytes } = (await records.get(FOLD_SNAPSHOT, fund))!;
    const kept = JSON.parse(Buffer.from(bytes).toString('utf8')) as { seen: unknown[]; revision: number };
    expect([kept.revision, kept.seen.length]).toEqual([2_100, 8]);
    expect(canonicalJson(kept)).toContain('"codeVersion":"v1"');
  });

  it('is not kept where its state cannot be written down faithfully', async () => {
    const { log } = await longHistory();
    const records = new MemoryRecords();
    const runtime = commandRuntime(
      log,
      new SteppingClock(),
      new CountingIds(),
      undefined,
      foldSnapshotsIn(records, origin),
    );
    const clockwork = {
      ...Fund,
      decider: { ...Fund.decider, initialState: () => ({ left: 0, since: new Date(0) }) },
    };
    const odd = {
      ...clockwork,
      decider: { ...clockwork.decider, evolve: (s: { left: number; since: Date }) => s },
    };
    expect(await loadState(runtime, odd as unknown as typeof Fund, fundId)).toEqual({
      left: 0,
      since: new Date(0),
    });
    await turn();
    expect(await records.list(FOLD_SNAPSHOT)).toEqual([]);
  });
});
