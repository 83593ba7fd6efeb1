import { BACKWARDS, binaryEvent, END, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { CLASSIC, event, tried, type Answer, type Question } from './asking';

/** What a value is, without what differs from run to run. */
const shape = (value: object): Answer =>
  Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => {
      if (inner instanceof Date) return [key, 'Date'];
      if (['data', 'metadata'].includes(key)) return [key, inner];
      if (typeof inner === 'object' && inner !== null) return [key, shape(inner)];
      if (['id', 'streamId', 'commit', 'prepare', 'commitPosition'].includes(key)) return [key, typeof inner];
      return [key, typeof inner === 'bigint' ? `${inner}n` : inner];
    }),
  );

const storing: readonly Question[] = [
  [
    'append: system stream',
    (asking) =>
      tried(() => asking.appendTo(`$rec${randomUUID()}`, [event()], { expectedRevision: NO_STREAM })),
  ],
  [
    'append: binary data',
    async (asking) => {
      const binary = binaryEvent({ type: 'Bin', data: Buffer.from([0, 255]) });
      return { answer: await asking.append('bin', [binary], NO_STREAM), stream: await asking.read('bin') };
    },
  ],
  [
    'append: JSON null as data',
    async (asking) => {
      const nothing = { ...jsonEvent({ type: 'Null', data: {} }), data: null } as never;
      return { answer: await asking.append('null', [nothing], NO_STREAM), stream: await asking.read('null') };
    },
  ],
  [
    'append: 64 at once, no_stream on one stream',
    async (asking) => {
      const answers = await Promise.all(
        Array.from({ length: 64 }, () => asking.append('race', [event()], NO_STREAM, CLASSIC)),
      );
      const told = answers.map((answer) => JSON.stringify(answer));
      return {
        won: told.filter((answer) => answer.includes('"success":true')).length,
        lost: told.filter((answer) => answer.includes('WrongExpectedVersionError')).length,
        stream: await asking.read('race'),
      };
    },
  ],
];

const reading: readonly Question[] = [
  ['read: missing stream', (asking) => asking.read('nowhere')],
  ['read: forwards from 1', (asking) => asking.read('classic-a', { fromRevision: 1n })],
  [
    'read: backwards from the end, two',
    (asking) => asking.read('classic-a', { direction: BACKWARDS, fromRevision: END, maxCount: 2 }),
  ],
  ['read: from past the end', (asking) => asking.read('classic-a', { fromRevision: 99n })],
  ['read: maxCount 0', (asking) => asking.read('classic-a', { maxCount: 0 })],
  [
    'read: what an event carries',
    async (asking) => {
      const { client } = asking;
      const name = asking.stream('carry');
      const carried = jsonEvent({ type: 'Carried', data: { n: 1 }, metadata: { by: 'me' } });
      await client.appendToStream(name, carried, { expectedRevision: NO_STREAM });
      let answer: Answer;
      for await (const read of client.readStream(name)) answer = shape(read);
      return answer;
    },
  ],
];

const metadata: readonly Question[] = [
  [
    'metadata: $maxCount 2 on a stream of 5',
    async (asking) => {
      const name = asking.stream('max');
      await asking.append(
        'max',
        ['E0', 'E1', 'E2', 'E3', 'E4'].map((type) => event(type)),
        NO_STREAM,
      );
      await asking.client.setStreamMetadata(name, { maxCount: 2 });
      return {
        read: await asking.read('max'),
        append: await asking.append('max', [event('E5')], 4n),
        after: await asking.read('max'),
        metadata: (await asking.client.getStreamMetadata(name)).metadata,
      };
    },
  ],
  [
    'metadata: none',
    async (asking) => {
      const found = await asking.client.getStreamMetadata(asking.stream('classic-a'));
      return {
        metadata: found.metadata ?? 'undefined',
        metastreamRevision: found.metastreamRevision ?? 'undefined',
      };
    },
  ],
];

export const ofReading: readonly Question[] = [...storing, ...reading, ...metadata];
