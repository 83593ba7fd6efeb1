import { retryPause } from './retry-pause';

describe('the pause before the next attempt', () => {
  it('doubles, up to an hour', () => {
    const pauses = [1, 2, 3, 4, 12, 13, 2_000].map((failures) => retryPause(failures, 1_000));
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 2_048_000, 3_600_000, 3_600_000]);
  });

  it('is never longer than the interval of a repetition', () => {
    const pauses = [1, 4, 7].map((failures) => retryPause(failures, 1_000, 60_000));
    expect(pauses).toEqual([1_000, 8_000, 60_000]);
  });
});
