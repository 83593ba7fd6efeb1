import { seal, sha256, streamName, type EventStore, type Metadata, type StoredEvent } from '@docket/kernel';
import { CountingIds, MemoryEventStore, SteppingClock } from '@docket/kernel/testing';
import { copyLog, type ToCopy } from './copy-log';
import type { NamedEvent } from './redaction-list';
import { wholeLog } from './whole-log';

const ids = new CountingIds('copied-log');

/** Two motions that take turns: whose events follow each other changes with every third event. */
const MOTIONS = [ids.uuid(), ids.uuid()].map((id) => streamName('docket', 'motion', id));

/** The vote of this number in a log of votes, from 1 on: five of six give a reason. */
const isWorded = (number: number): boolean => number % 6 !== 0;

type Tail = Readonly<{ revision: number; hash: string | null }>;

/** Writes so many votes behind what is there; `size` characters of reason fill a batch sooner. */
export const cast = (store: EventStore, count: number, size = 20): Promise<void> =>
  castWith(store, count, (number) => (isWorded(number) ? `${number} `.padEnd(size, 'x') : undefined));

/** A log of votes with these reasons. */
export const votesSaying = async (...reasons: readonly string[]): Promise<MemoryEventStore> => {
  const store = new MemoryEventStore();
  await castWith(store, reasons.length, (number) => reasons[number - 1]);
  return store;
};

/** A log of one vote with these texts. */
export const oneSaying = async (texts: Readonly<Record<string, string>>): Promise<MemoryEventStore> => {
  const [store, stream] = [new MemoryEventStore(), MOTIONS[0] ?? ''];
  const data = { choice: 'for', ...texts };
  const vote = { id: ids.uuid(), type: 'VoteCast.v1', meta: metaOf(stream, 0, null), data };
  await store.append(stream, [seal(vote, Object.keys(texts), () => ids.salt())], 'no-stream');
  return store;
};

const castWith = async (
  store: EventStore,
  count: number,
  reasonOf: (number: number) => string | undefined,
): Promise<void> => {
  const there = await everythingIn(store);
  const tails = new Map<string, Tail>();
  for (const event of there)
    tails.set(event.stream, { revision: event.revision, hash: sha256(factsOf(event)) });
  for (let number = there.length + 1; number <= there.length + count; number += 1) {
    const stream = MOTIONS[Math.floor(number / 3) % 2] ?? '';
    const { revision, hash } = tails.get(stream) ?? { revision: -1, hash: null };
    const meta = metaOf(stream, revision + 1, hash);
    const reason = reasonOf(number);
    const data = { choice: 'for', ...(reason === undefined ? {} : { reason }) };
    const sealed = seal({ id: ids.uuid(), type: 'VoteCast.v1', meta, data }, ['reason'], () => ids.salt());
    await store.append(stream, [sealed], revision < 0 ? 'no-stream' : revision);
    tails.set(stream, { revision: revision + 1, hash: sealed.hash });
  }
};

const metaOf = (stream: string, revision: number, previous: string | null): Metadata => ({
  ...{ stream, revision, previous, actor: 'p-bea', authentication: 'local-session' },
  ...{ commandId: sha256(`${stream} ${revision}`), bodyDigest: sha256('body'), correlationId: 'c' },
  ...{ recordedAt: '2026-03-02T09:00:00.000Z', origin: 'live', guards: [] },
});

/** A log of so many votes. */
export const votes = async (count: number, size?: number): Promise<MemoryEventStore> => {
  const store = new MemoryEventStore();
  await cast(store, count, size);
  return store;
};

/** All that a log holds, in its order. */
export const everythingIn = async (store: EventStore): Promise<readonly StoredEvent[]> => {
  const all: StoredEvent[] = [];
  for await (const event of wholeLog(store)) all.push(event);
  return all;
};

export const textOf = ({ bytes }: StoredEvent): string => Buffer.from(bytes).toString('utf8');

/** The first line of an event: what no copy changes. */
export const factsOf = (event: StoredEvent): string => textOf(event).split('\n')[0] ?? '';

/** Copies by a clock that waits for nobody. */
export const copy = (given: Pick<ToCopy, 'from' | 'to'> & Partial<ToCopy>) =>
  copyLog({ clock: new SteppingClock(), ids: new CountingIds('copy'), ...given });

/** Lines of a list, as people write them: the event, by whom, why. */
export const listed = (...events: readonly (string | number)[]): readonly NamedEvent[] =>
  events.map((event, index) => ({
    ...{ line: index + 1, event: String(event), by: 'p-otto', why: 'Erasure request 12/2026.' },
  }));

/** The same log with some of its calls answered otherwise. */
export const but = (store: EventStore, other: Partial<EventStore>): EventStore => ({
  installation: store.installation,
  logId: () => store.logId(),
  append: (...given) => store.append(...given),
  read: (...given) => store.read(...given),
  head: () => store.head(),
  subscribe: (given) => store.subscribe(given),
  close: () => store.close(),
  ...other,
});

/** A target into which a plain copy of the source comes first with every append, as one does that was killed and whose last one commits late. */
export const outrun = async (from: EventStore, to: EventStore): Promise<EventStore> => {
  const plain = new Map((await everythingIn(from)).map((event) => [event.id, event]));
  return but(to, {
    append: async (stream, events, expected) => {
      const late = events.map((event) => plain.get(event.id) ?? event);
      await to.append(stream, late, expected);
      return to.append(stream, events, expected);
    },
  });
};

/** The same log with its events read otherwise, each told its number. */
export const changed = (store: EventStore, change: (event: StoredEvent, number: number) => StoredEvent) =>
  but(store, {
    async *subscribe(given) {
      let number = 0;
      for await (const message of store.subscribe(given))
        yield message.kind === 'event' ? { kind: 'event', event: change(message.event, ++number) } : message;
    },
  });
/** The same event with another fact. */
export const altered = (event: StoredEvent): StoredEvent => ({
  ...event,
  bytes: Buffer.from(textOf(event).replace('"for"', '"not"')),
});

/** A refusal that says this. */
export const refusal = (code: string, ...said: readonly string[]) => ({
  outcome: 'refused',
  refusal: { code, message: said.map((one): unknown => expect.stringContaining(one))[0] },
});
