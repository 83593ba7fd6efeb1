import { StreamQueue } from './stream-queue';

/** A task that ends when it is told to. */
const held = () => {
  let end = () => {};
  let fail: (error: Error) => void = () => {};
  const done = new Promise<void>((resolve, reject) => ([end, fail] = [resolve, reject]));
  return { task: () => done, end, fail };
};
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('The queue of a stream', () => {
  it('lets one task at a time work, in the order they came', async () => {
    const queue = new StreamQueue();
    const said: string[] = [];
    const speak = (name: string) => async () => {
      said.push(`${name} begins`);
      await turn();
      said.push(`${name} ends`);
      return name;
    };
    const names = ['a', 'b', 'c'];
    expect(await Promise.all(names.map((name) => queue.run('s', speak(name))))).toEqual(names);
    expect(said).toEqual(names.flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it('does not let one stream wait for another', async () => {
    const queue = new StreamQueue();
    const slow = held();
    const waiting = queue.run('slow', slow.task);
    expect(await queue.run('quick', async () => 'done')).toBe('done');
    slow.end();
    await waiting;
  });

  it('goes on after a task that failed, and tells only its own caller', async () => {
    const queue = new StreamQueue();
    const results = await Promise.allSettled([
      queue.run('s', async () => 1),
      queue.run('s', () => Promise.reject(new Error('later'))),
      queue.run('s', () => {
        throw new Error('at once');
      }),
      queue.run('s', async () => 4),
    ]);
    expect(results).toEqual([
      { status: 'fulfilled', value: 1 },
      { status: 'rejected', reason: new Error('later') },
      { status: 'rejected', reason: new Error('at once') },
      { status: 'fulfilled', value: 4 },
    ]);
  });

  it('is idle when everything has ended, also what came while it was waited for', async () => {
    const queue = new StreamQueue();
    const [first, second] = [held(), held()];
    let isIdle = false;
    const one = queue.run('s', first.task);
    const idle = queue.idle().then(() => (isIdle = true));
    const two = queue.run('s', second.task).catch((error: unknown) => error);
    first.end();
    await one;
    await turn();
    expect(isIdle).toBe(false);
    second.fail(new Error('no'));
    expect(await two).toEqual(new Error('no'));
    await idle;
    expect(isIdle).toBe(true);
  });

  it('is idle where nothing was queued', async () => expect(await new StreamQueue().idle()).toBeUndefined());

  it('keeps nothing of a stream whose tasks have ended', async () => {
    const queue = new StreamQueue();
    await Promise.allSettled([
      queue.run('s', async () => 1),
      queue.run('t', () => Promise.reject(new Error('no'))),
    ]);
    expect(queue).toEqual(new StreamQueue());
  });
});
