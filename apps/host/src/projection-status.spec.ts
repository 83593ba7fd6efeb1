import {
  LogTampered,
  PositionBeyondEnd,
  ReadModelUnavailable,
  StoreUnavailable,
  type EventStore,
  type LogMessage,
  type ReadModel,
} from '@docket/kernel';
import { once } from 'node:events';
import { projectionStatus } from './projection-status';
import { ReadModelUnusable } from './read-model-trouble';

const never = () => new Promise<never>(() => undefined);
const readModel = (checkpoint: () => Promise<unknown>) => ({ checkpoint }) as unknown as ReadModel;
const reached = readModel(async () => ({ number: 7, position: '9' }));
const caughtUp = async function* (): AsyncGenerator<LogMessage> {
  yield { kind: 'caught-up' };
};
const eventStore = (
  head: () => Promise<unknown>,
  subscribe: (asked: { signal: AbortSignal }) => AsyncGenerator<LogMessage> = caughtUp,
) => ({ head, subscribe }) as unknown as EventStore;
const there = eventStore(async () => '9');

const silent = async function* ({ signal }: { signal: AbortSignal }): AsyncGenerator<LogMessage> {
  await once(signal, 'abort');
  yield* [];
};

describe('the state of the projections', () => {
  it('is how far they are behind', async () =>
    expect(await projectionStatus(undefined, reached, there)).toEqual({
      ...{ state: 'elsewhere', number: 7, lag: { events: 0, seconds: 0 } },
    }));

  it.each([
    [999, { events: 999 }],
    [1_000, { events: 1_000 }],
    [3_317, { events: 1_000, atLeast: true }],
  ])('counts %d events behind up to a thousand, and says where there are more', async (behind, lag) => {
    const bytes = Buffer.from('{"recordedAt":"2026-03-02T09:00:00.000Z"}');
    const event = { id: 'one', type: 'told', bytes, stream: 'docket-a', revision: 0, position: '1' };
    const store = eventStore(
      async () => '9',
      async function* () {
        for (let index = 0; index < behind; index++) yield { kind: 'event', event };
        yield { kind: 'caught-up' };
      },
    );
    const status = await projectionStatus(undefined, reached, store);
    expect(status).toEqual({ state: 'elsewhere', number: 7, lag: { ...lag, seconds: expect.any(Number) } });
  });

  it('is stopped, with what is wrong and would help, where somebody changed the log', async () => {
    const tampered = eventStore(
      async () => '9',
      async function* () {
        yield* [];
        throw new LogTampered('Stream a is truncated by its metadata. Remove these metadata.');
      },
    );
    expect(await projectionStatus(undefined, reached, tampered)).toEqual({
      ...{ state: 'stopped', number: 7, lag: null },
      error: 'Stream a is truncated by its metadata. Remove these metadata.',
    });
  });

  it.each([
    ['as it is', undefined, 'Cannot resume at 9: the log ends before it.'],
    ['with what would help, where somebody can say', () => new ReadModelUnusable('Help.'), 'Help.'],
  ])(
    'is stopped where the log under it is a shorter one than the read model was built from, told %s',
    async (_, explain, error) => {
      const shorter = eventStore(
        async () => '3',
        async function* () {
          yield* [];
          throw new PositionBeyondEnd('Cannot resume at 9: the log ends before it.');
        },
      );
      expect(await projectionStatus(undefined, reached, shorter, explain ? { explain } : {})).toEqual({
        ...{ state: 'stopped', number: 7, lag: null, error },
      });
    },
  );

  it('is not waited for where the event store is silent, and the question to it is ended', async () => {
    const ended = new AbortController();
    const store = eventStore(never, async function* ({ signal }) {
      await once(signal, 'abort');
      ended.abort();
      yield* [];
    });
    expect(await projectionStatus(undefined, reached, store, { answerMs: 20 })).toEqual({
      ...{ state: 'elsewhere', number: 7, lag: null, unanswered: ['event-store'] },
    });
    expect(ended.signal.aborted).toBe(true);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['is silent', never],
    ['fails', () => Promise.reject(new ReadModelUnavailable('away'))],
  ])('says so where the read model %s', async (_, checkpoint) =>
    expect(await projectionStatus(undefined, readModel(checkpoint), there, { answerMs: 20 })).toEqual({
      ...{ state: 'elsewhere', number: null, lag: null, unanswered: ['read-model'] },
    }),
  );

  it.each<[string, () => Promise<unknown>]>([
    ['are silent', never],
    ['fail', () => Promise.reject(new StoreUnavailable('away'))],
  ])('names both where both %s', async (_, head) =>
    expect(
      await projectionStatus(undefined, readModel(never), eventStore(head, silent), { answerMs: 20 }),
    ).toEqual({
      ...{ state: 'elsewhere', number: null, lag: null, unanswered: ['read-model', 'event-store'] },
    }),
  );

  it('hides no bug', async () => {
    const broken = readModel(() => Promise.reject(new TypeError('a bug')));
    await expect(projectionStatus(undefined, broken, there)).rejects.toThrow('a bug');
  });
});
