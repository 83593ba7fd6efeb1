import { randomUUID } from 'node:crypto';
import {
  AppendRefused,
  MAX_APPEND_BYTES,
  type EventStore,
  type EventToStore,
  type ExpectedRevision,
} from '@docket/kernel';
import type { OpenHarness } from './harness.contract';
import { anEvent, asStored, events, freshStream, plain } from './samples.contract';

const sized = (...sizes: readonly number[]): EventToStore[] =>
  sizes.map((size, index) => ({ ...anEvent(), bytes: Buffer.alloc(size, `part ${index} `) }));

const twice = anEvent();

/** What a caller without types could hand over: the compiler is told that it is bytes. */
const notBytes = (value: unknown): Uint8Array => value as Uint8Array;

const malformedBatches: readonly [string, readonly EventToStore[]][] = [
  ['no events', []],
  ['one byte over the limit', sized(MAX_APPEND_BYTES + 1)],
  ['one byte over the limit in several events', sized(MAX_APPEND_BYTES / 2, MAX_APPEND_BYTES / 2, 1)],
  ['an id that is no UUID', [anEvent(), { ...anEvent(), id: 'fence-1' }]],
  ['bytes that are a number too large for JSON', [{ ...anEvent(), bytes: notBytes(10n ** 20n) }]],
  ['bytes that are a text', [{ ...anEvent(), bytes: notBytes('Fence proposed') }]],
  ['an id in upper case', [{ ...anEvent(), id: randomUUID().toUpperCase() }]],
  ['one id twice', [twice, twice]],
  ['an empty type', [{ ...anEvent(), type: '' }]],
  ['a type that a store keeps for itself', [{ ...anEvent(), type: '$metadata' }]],
  ['a type with a space', [{ ...anEvent(), type: 'Project Proposed.v1' }]],
  ['a type of two lines', [{ ...anEvent(), type: 'ProjectProposed.v1\n' }]],
];

const malformedStreams: readonly [string, (store: EventStore) => string][] = [
  [
    'of another installation',
    (store) => freshStream(store).replace(store.installation, `${store.installation}x`),
  ],
  ['of no installation', () => `project-${randomUUID()}`],
  ['without a category', (store) => `${store.installation}-${randomUUID()}`],
  ['without a UUID', (store) => `${store.installation}-project-fence`],
  ['with a category in upper case', (store) => `${store.installation}-Project-${randomUUID()}`],
  ['with something after the UUID', (store) => `${freshStream(store)}\n`],
  ['that a store keeps for itself', (store) => `$$${freshStream(store)}`],
  ['without a name', () => ''],
];

const malformedRevisions: readonly ExpectedRevision[] = [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY];

export const describeBatchLimits = (open: OpenHarness): void =>
  describe('what is refused', () => {
    it.each(malformedBatches)('refuses a batch with %s and stores nothing', async (_, batch) => {
      const { store } = await open();
      const stream = freshStream(store);
      await expect(store.append(stream, batch, 'no-stream')).rejects.toBeInstanceOf(AppendRefused);
      expect(await store.read(stream)).toEqual([]);
      expect(await store.head()).toBeUndefined();
    });

    it('says of an event of 2 MiB how much fits and what helps', async () => {
      const { store } = await open();
      const refused = await store
        .append(freshStream(store), sized(2 * 1024 * 1024), 'no-stream')
        .catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(AppendRefused);
      expect(refused).toMatchObject({
        message:
          'The batch has 2097152 bytes; at most 1000000 fit into one append. What is written at once has to be ' +
          'shorter: a shorter text, or the same in several steps.',
      });
    });

    it.each(malformedStreams)('refuses a stream %s and stores nothing', async (_, name) => {
      const { store } = await open();
      await expect(store.append(name(store), events(1), 'no-stream')).rejects.toBeInstanceOf(AppendRefused);
      expect(await store.head()).toBeUndefined();
    });

    it.each(malformedRevisions)('refuses the expected revision %s', async (expected) => {
      const { store } = await open();
      const stream = freshStream(store);
      await expect(store.append(stream, events(1), expected)).rejects.toBeInstanceOf(AppendRefused);
      expect(await store.read(stream)).toEqual([]);
    });

    it('takes a batch of exactly the limit, in one event or in several', async () => {
      const { store } = await open();
      const [whole, split] = [sized(MAX_APPEND_BYTES), sized(400_000, 1, MAX_APPEND_BYTES - 400_001)];
      for (const batch of [whole, split]) {
        const stream = freshStream(store);
        await store.append(stream, batch, 'no-stream');
        expect((await store.read(stream)).map(plain)).toEqual(asStored(stream, batch));
      }
    });

    it('takes a limit-sized batch of many small events', async () => {
      const { store } = await open();
      const stream = freshStream(store);
      const batch = sized(...Array.from({ length: 500 }, () => MAX_APPEND_BYTES / 500));
      expect(await store.append(stream, batch, 'no-stream')).toMatchObject({ revision: 499 });
    });
  });
