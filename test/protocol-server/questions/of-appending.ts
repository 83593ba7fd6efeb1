import {
  ANY,
  NO_STREAM,
  STREAM_EXISTS,
  type AppendToStreamOptions,
  type EventData,
} from '@eventstore/db-client';
import { Asking, bigEvent, CLASSIC, event, type Question } from './asking';

type Expected = AppendToStreamOptions['expectedRevision'];

const MIB = 1024 * 1024;

/** An append that needs no stream to exist but those of earlier questions. */
const simple: readonly (readonly [string, string, () => EventData[], Expected])[] = [
  ['no_stream on a new stream', 'a', () => [event('A'), event('B')], NO_STREAM],
  ['no_stream on an existing stream', 'a', () => [event('C')], NO_STREAM],
  ['right revision', 'a', () => [event('C')], 1n],
  ['stale revision, new ids', 'a', () => [event('D')], 0n],
  ['revision from the future', 'a', () => [event('D')], 9n],
  ['right revision on a stream that does not exist', 'none', () => [event('D')], 0n],
  ['stream_exists, missing', 'none', () => [event('D')], STREAM_EXISTS],
  ['stream_exists, existing', 'a', () => [event('D')], STREAM_EXISTS],
  ['any', 'a', () => [event('E')], ANY],
  ['an event of 900 KiB', 'kib900', () => [bigEvent(900 * 1024)], NO_STREAM],
  ['an event of 1.1 MiB', 'mib11', () => [bigEvent(Math.floor(1.1 * MIB))], NO_STREAM],
  ['an event of 2 MiB', 'mib2', () => [bigEvent(2 * MIB)], NO_STREAM],
  ['1.5 MiB in 500 events', 'many', () => Array.from({ length: 500 }, () => bigEvent(3072)), NO_STREAM],
];

/** What the server's handler throws on. Asked with a client of its own: the batch form is answered a second time, later. */
const malformed: readonly (readonly [string, string, () => EventData])[] = [
  ['an id that is no UUID', 'noid', () => event('A', 'not-a-uuid')],
  ['empty type', 'notype', () => event('')],
];

const withOwnClient = async <T>(url: string, ask: (asking: Asking) => Promise<T>): Promise<T> => {
  const own = new Asking(url);
  const answer = await ask(own);
  await own.close();
  return answer;
};

const inForm = (form: string, options: AppendToStreamOptions): Question[] => {
  const named = (name: string): string => `${form}-${name}`;
  return [
    ...simple.map(([question, name, events, expected]): Question => [
      `${form}: ${question}`,
      (asking) => asking.append(named(name), events(), expected, options),
    ]),
    ...malformed.map(([question, name, make]): Question => [
      `${form}: ${question}`,
      ({ url }) => withOwnClient(url, (own) => own.append(named(name), [make()], NO_STREAM, options)),
    ]),
    [
      `${form}: one id twice in one batch`,
      async (asking) => {
        const twice = event('A');
        const first = await asking.append(named('twice'), [twice, twice], NO_STREAM, options);
        return { first, stream: await asking.read(named('twice')) };
      },
    ],
    [
      `${form}: no events`,
      async (asking) => {
        const answer = await asking.append(named('empty'), [], NO_STREAM, options);
        return { answer, stream: await asking.read(named('empty')) };
      },
    ],
    [
      `${form}: wrong credentials`,
      (asking) => {
        const credentials = { username: 'nobody', password: 'x' };
        return asking.append(named('cred'), [event()], NO_STREAM, { credentials });
      },
    ],
  ];
};

export const ofAppending: readonly Question[] = [...inForm('classic', CLASSIC), ...inForm('batch', {})];
