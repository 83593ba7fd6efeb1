import { setImmediate } from 'node:timers/promises';
import type { Stepwise } from '../../domain/stepwise';

/** Does the work step by step and lets everybody else in this process have a turn after each. */
export const inTurns = async <T>(work: Stepwise<T>): Promise<T> => {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await setImmediate();
  }
};
