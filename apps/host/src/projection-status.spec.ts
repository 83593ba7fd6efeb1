import { StoreUnavailable, type EventStore, type ReadModel } from '@docket/kernel';
import { once } from 'node:events';
import { projectionStatus } from './projection-status';

const readModel = {
  checkpoint: () => Promise.resolve({ number: 7, position: null }),
} as unknown as ReadModel;

describe('the state of the projections', () => {
  it('is not waited for beyond its time where the event store is silent, and the question to it is ended', async () => {
    const ended = new AbortController();
    const store = {
      async *subscribe({ signal }: { signal: AbortSignal }) {
        await once(signal, 'abort');
        ended.abort();
        yield* [];
      },
    } as unknown as EventStore;
    await expect(projectionStatus(undefined, readModel, store, 20)).rejects.toBeInstanceOf(StoreUnavailable);
    expect(ended.signal.aborted).toBe(true);
  });

  it.each([
    [999, { events: 999 }],
    [1_000, { events: 1_000 }],
    [3_317, { events: 1_000, atLeast: true }],
  ])('counts %d events behind up to a thousand, and says where there are more', async (behind, lag) => {
    const event = { bytes: Buffer.from('{"recordedAt":"2026-03-02T09:00:00.000Z"}') };
    const store = {
      async *subscribe() {
        for (let index = 0; index < behind; index++) yield { kind: 'event', event };
        yield { kind: 'caught-up' };
      },
    } as unknown as EventStore;
    const status = await projectionStatus(undefined, readModel, store);
    expect(status).toEqual({ state: 'elsewhere', number: 7, lag: { ...lag, seconds: expect.any(Number) } });
  });
});
