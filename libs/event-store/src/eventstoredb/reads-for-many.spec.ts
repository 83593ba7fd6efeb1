import { ReadsForMany } from './reads-for-many';

/** Reads that end when they are told to, each answered with its number. */
const reads = () => {
  const under: { end: () => void; fail: () => void }[] = [];
  const read = () => {
    const number = under.length;
    return new Promise<number>((resolve, reject) => {
      under.push({ end: () => resolve(number), fail: () => reject(new Error(`read ${number}`)) });
    });
  };
  const begun = async (count: number) => {
    while (under.length < count) await new Promise((resolve) => setImmediate(resolve));
    return under[count - 1]!;
  };
  return { under, read, begun };
};

describe('Reads of the same', () => {
  it('begin at once where none is under way, and each by itself for what differs', async () => {
    const { under, read } = reads();
    const shared = new ReadsForMany<number>();
    const answers = [shared.ask('a', read), shared.ask('b', read)];
    expect(under).toHaveLength(2);
    for (const one of under) one.end();
    expect(await Promise.all(answers)).toEqual([0, 1]);
    const again = shared.ask('a', read);
    under[2]!.end();
    expect(await again).toBe(2);
  });

  it('asked for while one is under way are answered by the next one, which begins after all of them', async () => {
    const { under, read, begun } = reads();
    const shared = new ReadsForMany<number>();
    const first = shared.ask('a', read);
    const later = [shared.ask('a', read), shared.ask('a', read), shared.ask('a', read)];
    expect(under).toHaveLength(1);
    under[0]!.end();
    (await begun(2)).end();
    expect(await first).toBe(0);
    expect(await Promise.all(later)).toEqual([1, 1, 1]);
  });

  it('asked for while the shared one is under way wait for one of their own', async () => {
    const { under, read, begun } = reads();
    const shared = new ReadsForMany<number>();
    const first = shared.ask('a', read);
    const second = shared.ask('a', read);
    under[0]!.end();
    await begun(2);
    const third = shared.ask('a', read);
    under[1]!.end();
    (await begun(3)).end();
    expect(await Promise.all([first, second, third])).toEqual([0, 1, 2]);
  });

  it('are held up by one that fails or hangs for a moment at most', async () => {
    const { under, read, begun } = reads();
    const shared = new ReadsForMany<number>();
    const hangs = shared.ask('a', read);
    const behind = shared.ask('a', read);
    (await begun(2)).fail();
    await expect(behind).rejects.toThrow('read 1');
    const after = shared.ask('a', read);
    (await begun(3)).end();
    expect(await after).toBe(2);
    under[0]!.end();
    expect(await hangs).toBe(0);
  });
});
