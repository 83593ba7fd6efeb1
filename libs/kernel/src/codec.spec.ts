import { decodeStored } from './aggregate';
import { defineCodec, UnknownStoredEvent } from './codec';
import { seal, type Metadata } from './envelope';
import type { Event } from './messages';

type Proposed = Event<
  'Proposed',
  { name: string; summary: string; note?: string | null; cost: number; tags: string[] }
>;
type Withdrawn = Event<'Withdrawn', { reason: string }>;
type Shapes =
  | Readonly<{ type: 'Proposed.v1'; data: { title: string; summary: string } }>
  | Readonly<{ type: 'Proposed.v2'; data: Proposed['data'] }>
  | Readonly<{ type: 'Withdrawn.v1'; data: Withdrawn['data'] }>;

const codec = defineCodec<Proposed | Withdrawn, Shapes>({
  versions: { Proposed: 2, Withdrawn: 1 },
  upcasters: {
    'Proposed.v1': ({ title, summary }) => ({
      type: 'Proposed',
      data: { name: title, summary, cost: 0, tags: [] },
    }),
    'Proposed.v2': (data) => ({ type: 'Proposed', data }),
    'Withdrawn.v1': (data) => ({ type: 'Withdrawn', data }),
  },
  words: { Proposed: ['summary', 'note'] },
});

const data = { name: 'Bridge', summary: 'A bridge.', cost: 1, tags: ['t'] };

describe('A codec', () => {
  it('writes an event in its current version', () => {
    expect(codec.encode({ type: 'Proposed', data })).toEqual({ type: 'Proposed.v2', data });
    expect(codec.encode({ type: 'Withdrawn', data: { reason: 'r' } })).toEqual({
      type: 'Withdrawn.v1',
      data: { reason: 'r' },
    });
  });

  it('reads every version ever stored, in the current shape', () => {
    expect(codec.decode({ type: 'Proposed.v2', data })).toEqual({ type: 'Proposed', data });
    expect(codec.decode({ type: 'Proposed.v1', data: { title: 'Bridge', summary: 'A bridge.' } })).toEqual({
      type: 'Proposed',
      data: { name: 'Bridge', summary: 'A bridge.', cost: 0, tags: [] },
    });
    expect(codec.storedTypes).toEqual(['Proposed.v1', 'Proposed.v2', 'Withdrawn.v1']);
  });

  it.each(['Proposed.v3', 'Proposed', 'constructor', '__proto__', ''])(
    'does not read %j, which it does not know',
    (type) =>
      expect(() => codec.decode({ type, data })).toThrow(
        new UnknownStoredEvent(`No codec knows the stored event type "${type}".`),
      ),
  );

  it('names the fields of an event that are words', () => {
    expect(codec.wordsOf({ type: 'Proposed', data })).toEqual(['summary', 'note']);
    expect(codec.wordsOf({ type: 'Withdrawn', data: { reason: 'r' } })).toEqual([]);
  });

  it('does not compile where words are no text field of the event: they would stand among the facts', () => {
    const rest = {
      versions: { Proposed: 1 },
      upcasters: {
        'Proposed.v1': (stored: Proposed['data']) => ({ type: 'Proposed' as const, data: stored }),
      },
    };
    // @ts-expect-error a misspelt name
    defineCodec<Proposed>({ ...rest, words: { Proposed: ['sumary'] } });
    // @ts-expect-error a list
    defineCodec<Proposed>({ ...rest, words: { Proposed: ['tags'] } });
    // @ts-expect-error a number
    const numbers = defineCodec<Proposed>({ ...rest, words: { Proposed: ['cost'] } });
    expect(numbers.storedTypes).toEqual(['Proposed.v1']);
  });

  it('decodes a stored event with its metadata and its place', () => {
    const meta: Metadata = {
      stream: 'docket-project-1',
      revision: 3,
      previous: null,
      actor: 'ada',
      authentication: 'test',
      commandId: 'c',
      bodyDigest: 'd',
      correlationId: 'e',
      recordedAt: '2026-03-02T09:00:00.000Z',
      origin: 'live',
      guards: [],
    };
    const { type, bytes } = seal(
      { id: 'i', ...codec.encode({ type: 'Proposed', data }), meta },
      ['summary'],
      () => 's',
    );
    const stored = { id: 'i', type, bytes, stream: meta.stream, revision: 3, position: '17' };
    expect(decodeStored(codec, stored)).toEqual({
      type: 'Proposed',
      data,
      id: 'i',
      meta,
      position: '17',
      revision: 3,
      stream: meta.stream,
    });
  });
});
