import type { RunningJob } from '@docket/kernel';
import { endsWithin, systemAlarm } from './alarm';
import { UnderWay } from './under-way';

const job: Omit<RunningJob, 'signal'> = {
  kind: 'close-ballot',
  id: 'm-1',
  data: null,
  attempt: 1,
  progress: async () => undefined,
};
const never = new Promise<void>(() => undefined);

describe('attempts under way', () => {
  it('end as their handler ends, also one that throws before it waits', async () => {
    const underWay = new UnderWay();
    expect(await underWay.attempt(job, async () => undefined)).toEqual({ how: 'done' });
    expect(await underWay.attempt(job, async () => Promise.reject('no'))).toEqual({
      how: 'failed',
      error: 'no',
    });
    const thrown = underWay.attempt(job, () => {
      throw new Error('at once');
    });
    expect(await thrown).toEqual({ how: 'failed', error: new Error('at once') });
  });

  it('are given up together: the signal aborts, and what a handler does then counts for nothing', async () => {
    const underWay = new UnderWay();
    const signals: AbortSignal[] = [];
    const attempts = [
      underWay.attempt(job, ({ signal }) => (signals.push(signal), never)),
      underWay.attempt(
        job,
        ({ signal }) =>
          new Promise((_, reject) => {
            signals.push(signal);
            signal.addEventListener('abort', () => reject(signal.reason));
          }),
      ),
    ];
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, false]);
    underWay.giveUp();
    expect(await Promise.all(attempts)).toEqual([{ how: 'given-up' }, { how: 'given-up' }]);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });
});

describe('waiting for an end, but not for ever', () => {
  it('counts a failure as an end', async () =>
    expect(await endsWithin(60_000, Promise.reject(new Error('failed')))).toBe(true));

  it('gives up at the alarm, and cancels an alarm that it no longer needs', async () => {
    let rung: (() => void) | undefined;
    const waiting = endsWithin(10_000, never, (_, ring) => ((rung = ring), () => undefined));
    rung?.();
    expect(await waiting).toBe(false);
    let isCancelled = false;
    await endsWithin(10_000, Promise.resolve(), () => () => (isCancelled = true));
    expect(isCancelled).toBe(true);
  });

  it('is done by the timers of the machine', async () => {
    const rung = Promise.withResolvers<void>();
    const cancel = systemAlarm(1, rung.resolve);
    const keepAlive = setInterval(() => undefined, 1_000);
    await rung.promise;
    clearInterval(keepAlive);
    cancel();
  });
});
