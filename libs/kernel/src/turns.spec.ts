import { Turns } from './turns';

/** A task that ends when it is told to. */
const held = () => {
  let end = () => {};
  let fail: (error: Error) => void = () => {};
  const done = new Promise<void>((resolve, reject) => ([end, fail] = [resolve, reject]));
  return { task: () => done, end, fail };
};
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('Tasks that take turns', () => {
  it('work one at a time, in the order they came', async () => {
    const turns = new Turns();
    const said: string[] = [];
    const speak = (name: string) => async () => {
      said.push(`${name} begins`);
      await turn();
      said.push(`${name} ends`);
      return name;
    };
    const names = ['a', 'b', 'c'];
    expect(await Promise.all(names.map((name) => turns.run('s', speak(name))))).toEqual(names);
    expect(said).toEqual(names.flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it('do not wait for those of another thing', async () => {
    const turns = new Turns();
    const slow = held();
    const waiting = turns.run('slow', slow.task);
    expect(await turns.run('quick', async () => 'done')).toBe('done');
    slow.end();
    await waiting;
  });

  it('go on after one that failed, which only its own caller is told', async () => {
    const turns = new Turns();
    const results = await Promise.allSettled([
      turns.run('s', async () => 1),
      turns.run('s', () => Promise.reject(new Error('later'))),
      turns.run('s', () => {
        throw new Error('at once');
      }),
      turns.run('s', async () => 4),
    ]);
    expect(results).toEqual([
      { status: 'fulfilled', value: 1 },
      { status: 'rejected', reason: new Error('later') },
      { status: 'rejected', reason: new Error('at once') },
      { status: 'fulfilled', value: 4 },
    ]);
  });

  it('have ended when all have, also those that came while that was waited for', async () => {
    const turns = new Turns();
    const [first, second] = [held(), held()];
    let isIdle = false;
    const one = turns.run('s', first.task);
    const idle = turns.idle().then(() => (isIdle = true));
    const two = turns.run('s', second.task).catch((error: unknown) => error);
    first.end();
    await one;
    await turn();
    expect(isIdle).toBe(false);
    second.fail(new Error('no'));
    expect(await two).toEqual(new Error('no'));
    await idle;
    expect(isIdle).toBe(true);
  });

  it('have ended where there were none', async () => expect(await new Turns().idle()).toBeUndefined());

  it('leave nothing behind once they have ended', async () => {
    const turns = new Turns();
    await Promise.allSettled([
      turns.run('s', async () => 1),
      turns.run('t', () => Promise.reject(new Error('no'))),
    ]);
    expect(turns).toEqual(new Turns());
  });
});
