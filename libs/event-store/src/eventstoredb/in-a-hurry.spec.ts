import { startUnreliableServer, type UnreliableServer, type Way } from '../../../../test/protocol-server';
import { events, freshStream, plain } from '../contract/samples.contract';
import type { EventStoreDb } from '.';
import { ending, openBriefly, PATIENT } from './unreliable-server.scenes';

/** What somebody waits who has not much time left, in milliseconds. */
const HURRY_MS = 150;

describe('who has less time than the store would take', () => {
  let server: UnreliableServer;
  let store: EventStoreDb;
  beforeEach(async () => {
    server = await startUnreliableServer();
    store = openBriefly(server, { ...PATIENT, readTimeoutMs: 1_500 });
  });
  afterEach(async () => {
    await store.close();
    await server.stop();
  });

  it.each<Way>(['silent', 'frozen'])(
    'has the end of a read in that time where the server is %s',
    async (way) => {
      const stream = freshStream(store);
      await store.append(stream, events(2), 'no-stream');
      server.misbehave(way);
      expect(await ending(store.read(stream, { withinMs: HURRY_MS }), HURRY_MS)).toBe('nothing stored');
      await expect(store.read(stream, { withinMs: HURRY_MS })).rejects.toThrow(
        `EventStoreDB did not answer a read of ${stream} within ${HURRY_MS} ms.`,
      );
    },
  );

  it('takes with a read none of the time of others who share the answer', async () => {
    const stream = freshStream(store);
    await store.append(stream, events(2), 'no-stream');
    server.misbehave('silent');
    const first = store.read(stream).catch(() => []);
    const hurried = ending(store.read(stream, { withinMs: HURRY_MS }), HURRY_MS);
    const patient = store.read(stream, { withinMs: 60_000 });
    expect(await hurried).toBe('nothing stored');
    server.behave();
    await first;
    expect((await patient.catch(() => store.read(stream))).map(plain)).toHaveLength(2);
  });

  it('is given by a read what there is, where it comes in time', async () => {
    const stream = freshStream(store);
    await store.append(stream, events(2), 'no-stream');
    expect(await store.read(stream, { withinMs: 1_000 })).toHaveLength(2);
  });

  it.each<Way>(['silent', 'frozen'])(
    'knows in that time that an outcome is unknown where the server is %s',
    async (way) => {
      const stream = freshStream(store);
      await store.append(stream, events(2), 'no-stream');
      server.misbehave(way);
      const append = store.append(stream, events(1), 1, { withinMs: HURRY_MS });
      expect(await ending(append, HURRY_MS)).toBe('unknown');
    },
  );
});
