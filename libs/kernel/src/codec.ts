import type { Event } from './messages';

/** The shapes of a context as version 1 of each of its events: enough while no event has changed its shape. */
export type FirstVersions<E extends Event> =
  E extends Event<infer Type, infer Data> ? Readonly<{ type: `${Type}.v1`; data: Data }> : never;

/** What is in the store: a versioned type and the data in the shape of that version. */
export type StoredShape = Readonly<{ type: `${string}.v${number}`; data: object }>;

/** How the events of an aggregate are written down. `decode` accepts every version ever stored. */
export type Codec<E extends Event> = Readonly<{
  encode: (event: E) => StoredShape;
  /** @throws UnknownStoredEvent */
  decode: (stored: Readonly<{ type: string; data: object }>) => E;
  /** Names of the top-level fields of an event that are free text: kept apart as *words*, redactable. */
  wordsOf: (event: E) => readonly string[];
  storedTypes: readonly string[];
}>;

/** No codec knows the stored type: a newer release wrote it, or the log is not ours. */
export class UnknownStoredEvent extends Error {
  override readonly name = 'UnknownStoredEvent';
}

/** The fields of data that hold a text or nothing: a name misspelt, or of a list, would leave free text among the facts. */
type TextField<Data> = Data extends object
  ? { [K in keyof Data]-?: NonNullable<Data[K]> extends string ? K : never }[keyof Data] & string
  : never;

type CodecDefinition<E extends Event, S extends StoredShape> = Readonly<{
  /** The version in which each event is written today. */
  versions: { readonly [T in E['type']]: number };
  /** From each version ever stored to today's shape. A stored version without an upcaster does not compile. */
  upcasters: { readonly [T in S['type']]: (data: Extract<S, { type: T }>['data']) => E };
  words: { readonly [T in E['type']]?: readonly TextField<Extract<E, { type: T }>['data']>[] };
}>;

/** Builds a codec from its table of versions, upcasters and words. */
export const defineCodec = <E extends Event, S extends StoredShape = FirstVersions<E>>({
  versions,
  upcasters,
  words,
}: CodecDefinition<E, S>): Codec<E> => {
  const known = new Map(Object.entries<unknown>(upcasters)) as ReadonlyMap<string, (data: object) => E>;
  return {
    encode: (event) => ({ type: `${event.type}.v${versions[event.type as E['type']]}`, data: event.data }),
    decode: ({ type, data }) => {
      const upcast = known.get(type);
      if (!upcast) throw new UnknownStoredEvent(`No codec knows the stored event type "${type}".`);
      return upcast(data);
    },
    wordsOf: (event) => words[event.type as E['type']] ?? [],
    storedTypes: [...known.keys()],
  };
};
