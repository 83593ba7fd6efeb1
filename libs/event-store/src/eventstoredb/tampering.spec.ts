import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import {
  OutcomeUnknown,
  PositionBeyondEnd,
  StoreUnavailable,
  StreamTampered,
  type EventStore,
  type Position,
} from '@docket/kernel';
import { startProtocolServer, type ProtocolServer } from '../../../../test/protocol-server';
import { asStored, events, freshStream, plain, within } from '../contract/samples.contract';
import { Subscriber } from '../contract/subscriber.contract';
import { openEventStoreDb } from '.';

describe('EventStoreDB, when somebody else had a hand in it', () => {
  let server: ProtocolServer;
  let store: EventStore;
  let administrator: EventStoreDBClient;
  let stream: string;
  const notices: string[] = [];

  beforeEach(async () => {
    notices.length = 0;
    server = await startProtocolServer();
    store = openEventStoreDb({
      url: server.url,
      installation: 'tampered',
      onNotice: (sentence) => notices.push(sentence),
    });
    administrator = EventStoreDBClient.connectionString(server.url);
    stream = freshStream(store);
    await store.append(stream, events(5), 'no-stream');
  });
  afterEach(async () => {
    await store.close();
    await administrator.dispose();
    await server.stop();
  });

  const refusal = async (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

  it.each([
    ['$maxCount 2', { maxCount: 2 }],
    ['$tb 3', { truncateBefore: 3 }],
    ['$tb 9', { truncateBefore: 9 }],
    ['$maxAge -1', { maxAge: -1 }],
  ])('refuses to read a stream that is truncated by %s, and says by what', async (named, metadata) => {
    await administrator.setStreamMetadata(stream, metadata);
    const refused = await refusal(store.read(stream));
    expect(refused).toBeInstanceOf(StoreUnavailable);
    expect(refused).toMatchObject({ message: expect.stringContaining(`(${named})`) });
  });

  it.each([
    ['a read', () => store.read(stream)],
    ['a subscription', () => within('the subscription ends', new Subscriber(store).ended)],
  ])(
    'takes nothing into a stream that %s has found to be truncated, before that is mended',
    async (_, finds) => {
      await administrator.setStreamMetadata(stream, { maxCount: 2 });
      await refusal(finds());
      for (const expected of [4, 'no-stream'] as const)
        expect(await refusal(store.append(stream, events(1), expected))).toBeInstanceOf(StreamTampered);
      expect(await refusal(store.append(stream, events(1), 4))).toMatchObject({
        message: expect.stringContaining('is truncated by its metadata in EventStoreDB ($maxCount 2)'),
      });
      await store.append(freshStream(store), events(1), 'no-stream');

      await administrator.setStreamMetadata(stream, {});
      expect((await store.append(stream, events(1), 4)).revision).toBe(5);
      expect(await store.read(stream)).toHaveLength(6);
    },
  );

  it('reads a stream whose metadata take nothing away', async () => {
    await administrator.setStreamMetadata(stream, { cacheControl: 60, owner: 'board' });
    expect(await store.read(stream)).toHaveLength(5);
  });

  it('does not take a deleted stream for one that never was', async () => {
    await administrator.deleteStream(stream);
    const unseen = await refusal(store.append(stream, events(1), 'no-stream'));
    expect(unseen).toBeInstanceOf(OutcomeUnknown);
    expect(unseen).toMatchObject({ message: expect.stringContaining('at revision 5 instead of 0') });
    expect(await refusal(store.read(stream))).toBeInstanceOf(StreamTampered);
    expect(await refusal(store.append(stream, events(1), 'no-stream'))).toBeInstanceOf(StreamTampered);
  });

  it('says that a stream was deleted for ever', async () => {
    await administrator.tombstoneStream(stream);
    for (const asked of [store.read(stream), store.append(stream, events(1), 4)])
      expect(await refusal(asked)).toMatchObject({
        name: 'StoreUnavailable',
        message: expect.stringContaining('was deleted in EventStoreDB'),
      });
  });

  it('stops loudly at an event that was not written by Docket, in a read and in a subscription', async () => {
    await administrator.appendToStream(stream, jsonEvent({ type: 'Smuggled.v1', data: { amount: 1.5 } }));
    const sentence = expect.stringContaining(`Event 5 of ${stream} was not written by Docket`);
    expect(await refusal(store.read(stream))).toMatchObject({ name: 'StoreUnavailable', message: sentence });
    const ended = within('the subscription ends', new Subscriber(store).ended);
    expect(await refusal(ended)).toMatchObject({ name: 'LogTampered', message: sentence });
  });

  it('stops loudly where a stream was deleted for ever, as it does at what Docket did not write', async () => {
    await administrator.tombstoneStream(stream);
    const subscriber = new Subscriber(store);
    expect(await refusal(within('the subscription ends', subscriber.ended))).toMatchObject({
      name: 'LogTampered',
      message: `Stream ${stream} was deleted in EventStoreDB, and Docket never deletes. Restore the database from a backup.`,
    });
    expect(subscriber.events).toHaveLength(5);
  });

  it('is not followed past metadata that hide events, however late it comes by, until they are removed', async () => {
    await administrator.setStreamMetadata(stream, { maxCount: 2 });
    const other = freshStream(store);
    const later = events(1);
    await store.append(other, later, 'no-stream');
    const stopped = new Subscriber(store);
    expect(await refusal(within('the subscription ends', stopped.ended))).toMatchObject({
      name: 'LogTampered',
      message: expect.stringContaining(
        `Stream ${stream} is truncated by its metadata in EventStoreDB ($maxCount 2)`,
      ),
    });
    expect(stopped.events).toHaveLength(5);
    await administrator.setStreamMetadata(stream, { owner: 'board' });
    const subscriber = new Subscriber(store, stopped.events.at(-1)!.position);
    await subscriber.untilEvents(1);
    expect(subscriber.events.map(plain)).toEqual(asStored(other, later));
    await subscriber.leave();
  });

  it('notices metadata that hide events while it follows', async () => {
    const subscriber = new Subscriber(store);
    await subscriber.untilCaughtUp();
    await administrator.setStreamMetadata(stream, { truncateBefore: 3 });
    expect(await refusal(within('the subscription ends', subscriber.ended))).toMatchObject({
      name: 'LogTampered',
      message: expect.stringContaining('($tb 3)'),
    });
  });

  it('passes over streams of its prefix that are none of its own, and says so once', async () => {
    await administrator.appendToStream('tampered-notes', jsonEvent({ type: 'Note', data: {} }));
    const { position } = await store.append(freshStream(store), events(1), 'no-stream');
    await administrator.appendToStream('tampered-notes', jsonEvent({ type: 'Note', data: {} }));
    expect(await store.head()).toBe(position);
    const subscriber = new Subscriber(store);
    await subscriber.untilCaughtUp();
    expect(subscriber.events).toHaveLength(6);
    expect(notices).toEqual([
      'Stream tampered-notes begins like those of the installation tampered and was not written by Docket. ' +
        'It is passed over. Give whoever writes it other names, or this installation another one.',
    ]);
    await subscriber.leave();
  });

  it('finds its head behind thousands of events of others', async () => {
    const head = await store.head();
    const notes = Array.from({ length: 1_000 }, () => jsonEvent({ type: 'Note', data: {} }));
    for (let count = 0; count < 3; count += 1) await administrator.appendToStream('notes', notes);
    expect(await store.head()).toBe(head);
    const young = openEventStoreDb({ url: server.url, installation: 'young' });
    await young.logId();
    expect(await young.head()).toBeUndefined();
    await young.close();
  });

  const resumeAt = async (position: Position): Promise<unknown> =>
    refusal(within('a refusal', new Subscriber(store, position).ended));

  it('refuses to resume at a position where this log has no event', async () => {
    const [first] = await store.read(stream);
    const [commit] = first!.position.split('/');
    const inside = BigInt(commit!) + 1n;
    expect(await resumeAt(`${inside}/${inside}`)).toBeInstanceOf(PositionBeyondEnd);
  });

  it('notices at the next break that the database was replaced by a shorter one', async () => {
    const subscriber = new Subscriber(store);
    await subscriber.untilEvents(5);
    await server.stop();
    server = await startProtocolServer({ port: server.port });
    const refused = await refusal(within('a refusal', subscriber.ended));
    expect(refused).toBeInstanceOf(PositionBeyondEnd);
    expect(refused).toMatchObject({ message: expect.stringContaining('the log ends at 0/0') });
  });

  it('gives the same log id to all who ask for it first at the same time', async () => {
    const stores = Array.from({ length: 5 }, () =>
      openEventStoreDb({ url: server.url, installation: 'race' }),
    );
    const ids = await Promise.all(stores.flatMap((one) => [one.logId(), one.logId()]));
    expect(new Set(ids).size).toBe(1);
    await Promise.all(stores.map((one) => one.close()));
  });

  it('delivers what a deleted stream held, and stops there: at the next scavenge it would be gone', async () => {
    const expected = (await store.read(stream)).map(plain);
    await administrator.deleteStream(stream);
    const subscriber = new Subscriber(store);
    expect(await refusal(within('the subscription ends', subscriber.ended))).toMatchObject({
      name: 'LogTampered',
      message: expect.stringContaining(`Stream ${stream} is truncated by its metadata`),
    });
    expect(subscriber.events.map(plain)).toEqual(expected);
  });
});

describe('EventStoreDB, opened wrongly', () => {
  it('wants an installation that no other one begins with', () => {
    expect(() => openEventStoreDb({ url: 'esdb://127.0.0.1:2113?tls=false', installation: 'a-b' })).toThrow(
      'Installation "a-b" is not lower-case letters and digits.',
    );
  });
});
