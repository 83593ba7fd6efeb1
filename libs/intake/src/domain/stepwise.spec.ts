import { atOnce, eachInSteps, mapInSteps, STEP } from './stepwise';

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

describe('work in steps', () => {
  it('is the same as at once', () => {
    const items = upTo(3 * STEP + 1);
    expect(atOnce(mapInSteps(items, (n) => 2 * n))).toEqual(items.map((n) => 2 * n));
  });

  it.each([
    [0, 0],
    [STEP - 1, 0],
    [STEP, 1],
    [3 * STEP + 1, 3],
  ])('of %i items pauses %i times', (count, pauses) => {
    const done: number[] = [];
    expect([...eachInSteps(upTo(count), (n) => done.push(n))]).toHaveLength(pauses);
    expect(done).toEqual(upTo(count));
  });

  it('stops where it is put down', () => {
    const done: number[] = [];
    eachInSteps(upTo(2 * STEP), (n) => done.push(n)).next();
    expect(done).toHaveLength(STEP);
  });
});
