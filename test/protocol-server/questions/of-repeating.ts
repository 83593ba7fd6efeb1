import { setTimeout as pause } from 'node:timers/promises';
import { ANY, NO_STREAM, type AppendToStreamOptions } from '@eventstore/db-client';
import { CLASSIC, event, type Answer, type Asking, type Question } from './asking';

/** Appends to one stream, and reads it, in one form. */
type Form = Readonly<{
  append: (
    events: Parameters<Asking['append']>[1],
    expected: Parameters<Asking['append']>[2],
  ) => Promise<Answer>;
  read: () => Promise<Answer>;
  stream: string;
  asking: Asking;
}>;

/** A busy real server shows what was written to a deleted stream some milliseconds after it has acknowledged it. */
const untilFound = async (read: () => Promise<Answer>): Promise<Answer> => {
  for (let tries = 1; ; tries += 1) {
    const answer = await read();
    if (typeof answer === 'string' || tries === 50) return answer;
    await pause(20);
  }
};

const repeats: readonly (readonly [string, string, (form: Form) => Promise<Answer>])[] = [
  [
    'identical batch again at its old revision',
    'again',
    async ({ append, read }) => {
      const batch = [event('A'), event('B')];
      const [first, second] = [await append(batch, NO_STREAM), await append(batch, NO_STREAM)];
      return { first, second, stream: await read() };
    },
  ],
  [
    'identical batch again at its old revision, the stream having moved on',
    'moved',
    async ({ append, read }) => {
      const batch = [event('A'), event('B')];
      await append([event('Z')], NO_STREAM);
      await append(batch, 0n);
      await append([event('C')], 2n);
      return { again: await append(batch, 0n), stream: await read() };
    },
  ],
  [
    'same ids at the current revision',
    'cur',
    async ({ append, read }) => {
      const batch = [event('A')];
      await append(batch, NO_STREAM);
      return { again: await append(batch, 0n), stream: await read() };
    },
  ],
  [
    'identical batch with any, twice',
    'any',
    async ({ append, read }) => {
      const batch = [event('A')];
      await append(batch, ANY);
      return { again: await append(batch, ANY), stream: await read() };
    },
  ],
  [
    'old revision, first id the same and the second new',
    'part',
    async ({ append, read }) => {
      const first = event('A');
      await append([first, event('B')], NO_STREAM);
      return { again: await append([first, event('X')], NO_STREAM), stream: await read() };
    },
  ],
  [
    'old revision, the same first event and one more than was written',
    'longer',
    async ({ append, read }) => {
      const first = event('A');
      await append([first], NO_STREAM);
      return { again: await append([first, event('B')], NO_STREAM), stream: await read() };
    },
  ],
  [
    'soft-deleted stream',
    'del',
    async ({ append, read, asking, stream }) => {
      await append([event('A'), event('B')], NO_STREAM);
      await asking.client.deleteStream(asking.stream(stream), { expectedRevision: 1n });
      return {
        read: await read(),
        no_stream: await append([event('C')], NO_STREAM),
        at1: await append([event('C')], 1n),
        after: await untilFound(read),
      };
    },
  ],
  [
    'tombstoned stream',
    'tomb',
    async ({ append, read, asking, stream }) => {
      await append([event('A')], NO_STREAM);
      await asking.client.tombstoneStream(asking.stream(stream), { expectedRevision: 0n });
      return {
        read: await read(),
        at0: await append([event('C')], 0n),
        no_stream: await append([event('C')], NO_STREAM),
      };
    },
  ],
];

const inForm = (form: string, options: AppendToStreamOptions): Question[] =>
  repeats.map(([question, name, ask]): Question => [
    `${form}: ${question}`,
    (asking) => {
      const stream = `${form}-${name}`;
      return ask({
        append: (events, expected) => asking.append(stream, events, expected, options),
        read: () => asking.read(stream),
        stream,
        asking,
      });
    },
  ]);

export const ofRepeating: readonly Question[] = [...inForm('classic', CLASSIC), ...inForm('batch', {})];
