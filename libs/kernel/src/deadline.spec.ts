import { Deadline } from './deadline';
import { SteppingClock } from './testing';

describe('A deadline', () => {
  it('leaves time for pauses up to its last millisecond, and none beyond', async () => {
    const clock = new SteppingClock('2026-03-02T09:00:00.000Z');
    const deadline = new Deadline(clock, 5_000);
    expect(await deadline.pause(4_999)).toBe(true);
    expect([deadline.hasPassed, await deadline.pause(2), await deadline.pause(1)]).toEqual([
      false,
      false,
      true,
    ]);
    expect([deadline.hasPassed, clock.now()]).toEqual([false, '2026-03-02T09:00:05.000Z']);
    clock.pass(1);
    expect([deadline.hasPassed, await deadline.pause(0)]).toEqual([true, false]);
  });

  it.each([
    ['put off by a clock that is set back', '2020-01-01T00:00:00.000Z'],
    ['brought on by a clock that is set ahead', '2030-01-01T00:00:00.000Z'],
  ])('is not %s', async (_, set) => {
    const clock = new SteppingClock('2026-03-02T09:00:00.000Z');
    const deadline = new Deadline(clock, 5_000);
    let pauses = 0;
    while (await deadline.pause(1_000)) {
      pauses += 1;
      clock.set(set);
    }
    expect(pauses).toBe(5);
  });
});
