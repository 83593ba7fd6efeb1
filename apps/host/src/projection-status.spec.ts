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
});
