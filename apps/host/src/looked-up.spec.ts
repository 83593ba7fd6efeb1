import { SteppingClock } from '@docket/kernel/testing';
import { LookedUp } from './looked-up';

describe('what is looked up', () => {
  it('is looked up once a second, however many ask', async () => {
    const clock = new SteppingClock();
    let looks = 0;
    const lookedUp = new LookedUp(clock, async () => (looks += 1));
    expect(await Promise.all([lookedUp.found(), lookedUp.found()])).toEqual([1, 1]);
    clock.pass(999);
    expect(await lookedUp.found()).toBe(1);
    clock.pass(1);
    expect(await Promise.all([lookedUp.found(), lookedUp.found()])).toEqual([2, 2]);
  });
});
