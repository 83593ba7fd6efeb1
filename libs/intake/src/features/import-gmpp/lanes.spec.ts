import { inLanes } from './lanes';

const turn = () => new Promise((resolve) => setImmediate(resolve));

it('works side by side, never on more than the lanes, and on every item once', async () => {
  let [under, most] = [0, 0];
  const seen: number[] = [];
  const items = Array.from({ length: 20 }, (_, i) => i);
  const stop = await inLanes(items, 4, async (item) => {
    most = Math.max(most, (under += 1));
    await turn();
    seen.push(item);
    under -= 1;
    return undefined;
  });
  expect([stop, most, seen.sort((a, b) => a - b)]).toEqual([undefined, 4, items]);
});

it('the first answer that stops is kept, though others end later without one', async () => {
  const seen: number[] = [];
  const stop = await inLanes([0, 1, 2, 3, 4, 5], 2, async (item) => {
    seen.push(item);
    if (item === 1) return 'stop';
    await turn();
    return undefined;
  });
  expect([stop, seen]).toEqual(['stop', [0, 1]]);
});

it('a failure ends the work once what is under way has ended', async () => {
  const ended: number[] = [];
  const work = inLanes([0, 1, 2, 3], 2, async (item) => {
    if (item === 0) throw new Error('broken');
    await turn();
    ended.push(item);
    return undefined;
  });
  await expect(work).rejects.toThrow('broken');
  expect(ended).toEqual([1]);
});
