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
    clock.set('2026-03-02T09:00:05.001Z');
    expect([deadline.hasPassed, await deadline.pause(0)]).toEqual([true, false]);
  });

  it('is not put off by a clock that is set back', async () => {
    const clock = new SteppingClock('2026-03-02T09:00:00.000Z');
    const deadline = new Deadline(clock, 5_000);
    let pauses = 0;
    while (await deadline.pause(1_000)) {
      pauses += 1;
      clock.set('2020-01-01T00:00:00.000Z');
    }
    expect(pauses).toBe(5);
  });
});
