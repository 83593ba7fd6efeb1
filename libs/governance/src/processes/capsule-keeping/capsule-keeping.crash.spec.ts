import 'reflect-metadata';
import { ProcessRunner, sha256, type EventStore } from '@docket/kernel';
import { MemoryRecords } from '@docket/kernel/testing';
import { CAPSULE_BYTES, capsuleIdOf } from '../../domain/capsule';
import { keepCapsule } from '../../features/keep-capsule/keep-capsule';
import { anotherRuntime, decode, KeptCheckpoint, openBoard, portfolioId } from '../../testing/board';
import { dyingAt } from '../../testing/dying-log';
import { capsuleKeeping, capsuleKeepingOf } from '.';

const bytes = Buffer.from('{"component":{"name":"North bridge"}}');
const digest = sha256(bytes);

type Over = Readonly<{ records: MemoryRecords; seed: string }>;

/** Runs the keeping over a log until it dies or is done. */
const runOver = async (store: EventStore, { records, seed }: Over) => {
  const runtime = anotherRuntime(store, seed);
  const runner = new ProcessRunner(capsuleKeeping, {
    runtime,
    decode,
    dispatch: ({ data }, request) =>
      keepCapsule({ runtime, records }, request, {
        ...{ ...data, portfolioId, number: 14, definition: 'd1', bytes },
      }),
    checkpoint: new KeptCheckpoint(),
  });
  runner.start();
  const status = await runner.waitUntilIdle();
  await runner.stop();
  return status;
};

type Kill = readonly [number, 'before' | 'after'];

/** A ballot opens, and the keeping of its capsule dies as often as it is told to. */
const walk = async (kills: readonly Kill[]) => {
  const slice = await openBoard();
  try {
    const bodyId = await slice.board.convene('mona');
    const answer = await slice.board.table(bodyId, await slice.board.propose());
    const motionId = answer.outcome === 'accepted' ? answer.id : '';
    await slice.board.open(motionId);
    const records = new MemoryRecords();
    for (const [index, [n, when]] of kills.entries())
      await runOver(dyingAt(slice.store, n, when), { records, seed: `killed-${index}` });
    const status = await runOver(slice.store, { records, seed: 'last' });
    expect(status.unfinished).toEqual([]);
    const ballot = { motionId, opened: 1 };
    const streams = [
      `docket-capsule-${capsuleIdOf(motionId, 1)}`,
      `docket-capsule-keeping-${capsuleKeepingOf(ballot)}`,
    ];
    const [kept = [], keeping = []] = await Promise.all(streams.map((stream) => slice.events(stream)));
    const found = await records.get(CAPSULE_BYTES, digest);
    return {
      kept: kept.map(({ type, data }) => ({ type, data })),
      keeping: keeping.map(({ type }) => type),
      bytes: Buffer.from(found?.bytes ?? []).toString('utf8'),
      of: { motionId, portfolioId },
    };
  } finally {
    await slice.close();
  }
};

const points = [1, 2, 3].flatMap((n) => (['before', 'after'] as const).map((when) => [n, when] as const));

describe('The keeping of a capsule that is killed', () => {
  it('ends, where nobody kills it, with the bytes and one event that says so', async () => {
    const { kept, keeping, bytes: found, of } = await walk([]);
    const data = { ...of, opened: 1, number: 14, digest, size: bytes.byteLength, definition: 'd1' };
    expect(kept).toEqual([{ type: 'CapsuleKept', data }]);
    expect(keeping).toEqual(['CapsuleKeepingOpened', 'CapsuleKeepingDone']);
    expect(found).toBe(bytes.toString('utf8'));
  });

  it.each(points)('at append %i, %s it was written, ends the same', async (n, when) =>
    expect(await walk([[n, when]])).toEqual(await walk([])),
  );

  it('at every append, again and again, ends the same too', async () =>
    expect(await walk(points)).toEqual(await walk([])));
});
