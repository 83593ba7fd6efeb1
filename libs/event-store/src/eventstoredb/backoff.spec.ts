import { backoffMs } from './backoff';

const DRAWN = 200;
const drawn = (failures: number) => Array.from({ length: DRAWN }, () => backoffMs(failures));

describe('the pause before the next attempt', () => {
  it.each([
    ['the first failure', 1, 40],
    ['the third', 3, 160],
    ['a hundred', 100, 5_000],
  ])('after %s is between half and the whole of what it may be', (_, failures, most) => {
    const pauses = drawn(failures);
    expect(pauses.filter((pause) => pause < most / 2 || pause > most)).toEqual([]);
  });

  it('differs from one to the other, so that those who failed together do not come back together', () => {
    expect(new Set(drawn(100)).size).toBeGreaterThan(DRAWN / 2);
  });
});
