import { OutcomeUnknown, StoreUnavailable, type EventStore, type StoredEvent } from '@docket/kernel';
import { CountingIds, MemoryEventStore } from '@docket/kernel/testing';
import { altered, but, cast, changed, copy, everythingIn, refusal, textOf, votes } from './copied-log.scenes';

/** Three events to a batch. */
const LARGE = 290_000;

/** What two logs have in common when one is a copy: everything but where their stores keep it. */
const placeless = async (store: EventStore) =>
  (await everythingIn(store)).map(({ position: _, bytes, ...event }) => ({
    ...event,
    text: textOf({ position: _, bytes, ...event }),
  }));

describe('a copy of a log', () => {
  it('has every event byte for byte, in its order, and says what it is', async () => {
    const [from, to] = [await votes(10), new MemoryEventStore()];
    const last = (await everythingIn(from)).at(-1);
    expect(await copy({ from, to })).toEqual({
      ...{ from: await from.logId(), to: await to.logId(), events: 10, streams: 2, copied: 10 },
      last: { eventId: last?.id, stream: last?.stream, revision: last?.revision },
      ...{
        redacted: [],
        more: false,
        proves: expect.stringContaining('no event before the last was changed'),
      },
    });
    expect(await placeless(to)).toEqual(await placeless(from));
  });

  it('made again changes nothing, and takes what came meanwhile', async () => {
    const [from, to] = [await votes(4), new MemoryEventStore()];
    await copy({ from, to });
    expect(await copy({ from, to })).toMatchObject({ events: 4, copied: 0 });
    await cast(from, 3);
    expect(await copy({ from, to })).toMatchObject({ events: 7, copied: 3, more: false });
    expect(await placeless(to)).toEqual(await placeless(from));
  });

  it('goes on where it was broken off, wherever that was', async () => {
    const from = await votes(10, LARGE);
    for (let stopped = 0; stopped < 6; stopped += 1) {
      const to = new MemoryEventStore();
      let appends = 0;
      const breaking = but(to, {
        append: async (stream, events, expected) => {
          if (appends++ === stopped) throw new Error('Killed.');
          return to.append(stream, events, expected);
        },
      });
      await expect(copy({ from, to: breaking })).rejects.toThrow('Killed.');
      const had = (await everythingIn(to)).length;
      expect(await copy({ from, to })).toMatchObject({ events: 10, copied: 10 - had });
      expect(await placeless(to)).toEqual(await placeless(from));
    }
  });

  it('says that the source went on, and up to where it has come', async () => {
    const [from, to] = [await votes(4), new MemoryEventStore()];
    const growing = but(to, {
      append: async (stream, events, expected) => {
        await cast(from, 1);
        return to.append(stream, events, expected);
      },
    });
    expect(await copy({ from, to: growing })).toMatchObject({ events: 4, copied: 4, more: true });
    expect(await everythingIn(to)).toHaveLength(4);
  });

  it('tells how far it has come', async () => {
    const said: string[] = [];
    await copy({
      ...{ from: await votes(3), to: new MemoryEventStore() },
      onProgress: ({ what, done, total }) => said.push(`${what} ${done} of ${total}`),
    });
    expect(said).toEqual(['events copied 3 of 3']);
  });

  it('is written in batches that keep the order across streams, where the target takes many at once', async () => {
    const [from, to] = [await votes(7), new MemoryEventStore()];
    const batches: string[][] = [];
    await copy({
      ...{ from, to },
      write: async (runs) => {
        batches.push(runs.map(({ events, expected }) => `${events.length} behind ${expected}`));
        for (const { stream, events, expected } of runs) await to.append(stream, events, expected);
      },
    });
    expect(batches).toEqual([['2 behind no-stream', '3 behind no-stream', '2 behind 1']]);
    expect(await placeless(to)).toEqual(await placeless(from));
  });
});

describe('a target that does not answer', () => {
  /** Fails so many times, before or after the events are stored. */
  const failing = (to: EventStore, times: number, store: 'before' | 'after', error: Error): EventStore => {
    let left = times;
    return but(to, {
      append: async (stream, events, expected) => {
        if (left === 0) return to.append(stream, events, expected);
        left -= 1;
        if (store === 'after') await to.append(stream, events, expected);
        throw error;
      },
    });
  };

  it.each([
    ['went away before it stored them', 'before', new StoreUnavailable('Away.')],
    ['broke off before it stored them', 'before', new OutcomeUnknown('Broke off.')],
    ['broke off after it stored them', 'after', new OutcomeUnknown('Broke off.')],
  ] as const)('is sent the identical batch again when it %s', async (_, store, error) => {
    const [from, to] = [await votes(8), new MemoryEventStore()];
    expect(await copy({ from, to: failing(to, 3, store, error) })).toMatchObject({ copied: 8 });
    expect(await placeless(to)).toEqual(await placeless(from));
  });

  it('ends the copy when it stays away: asked again, it goes on', async () => {
    const [from, to] = [await votes(8), new MemoryEventStore()];
    const away = new StoreUnavailable('Away.');
    await expect(copy({ from, to: failing(to, 1_000, 'before', away) })).rejects.toBe(away);
    expect(await copy({ from, to })).toMatchObject({ copied: 8 });
  });
});

describe('no copy is made', () => {
  it('of a log without an event of the installation', async () =>
    expect(await copy({ from: new MemoryEventStore(), to: new MemoryEventStore() })).toEqual(
      refusal('copy-source-empty', 'no event of the installation "docket"'),
    ));

  it('of a log into itself', async () => {
    const from = await votes(2);
    expect(await copy({ from, to: from })).toEqual(
      refusal('copy-same-log', 'not redacted or rewritten in place'),
    );
  });

  it('of a log that was altered: the event is named, and nothing was written', async () => {
    const [whole, to] = [await votes(8), new MemoryEventStore()];
    const from = changed(whole, (event, number) => (number === 3 ? altered(event) : event));
    const [, , , fourth] = await everythingIn(whole);
    expect(await copy({ from, to })).toEqual(
      refusal('copy-source-altered', `${fourth?.stream} revision ${fourth?.revision}: the event before it`),
    );
    expect(await everythingIn(to)).toEqual([]);
  });

  it('of a log that is changed between its verification and its copy', async () => {
    const [whole, to] = [await votes(4), new MemoryEventStore()];
    let reads = 0;
    const from = but(whole, {
      subscribe: (given) =>
        (reads++ === 0
          ? whole
          : changed(whole, (event, number) => (number === 4 ? altered(event) : event))
        ).subscribe(given),
    });
    expect(await copy({ from, to })).toEqual(
      refusal('copy-source-changed', 'was changed while it was copied'),
    );
  });

  it('behind events of another log', async () => {
    const [from, to] = [await votes(4), await votes(2)];
    const [there] = await everythingIn(to);
    expect(await copy({ from, to })).toEqual(
      refusal('copy-target-differs', `its event 1 is VoteCast.v1 (${there?.id})`),
    );
    expect(await everythingIn(to)).toHaveLength(2);
  });

  it('behind an event that the target has of its own', async () => {
    const [from, to] = [await votes(4), new MemoryEventStore()];
    await copy({ from, to });
    await cast(to, 1);
    expect(await copy({ from, to })).toEqual(refusal('copy-target-differs', 'behind event 4'));
    await cast(from, 1);
    expect(await copy({ from, to })).toEqual(refusal('copy-target-differs', 'its event 5 is'));
  });

  it('beside somebody else who writes to the target', async () => {
    const [from, to] = [await votes(8, LARGE), new MemoryEventStore()];
    let appends = 0;
    const disturbed = but(to, {
      append: async (stream, events, expected) => {
        const { id, type, bytes } = events[0] as StoredEvent;
        if (appends++ === 1)
          await to.append(stream, [{ id: new CountingIds('other').uuid(), type, bytes }], 'no-stream');
        return id && to.append(stream, events, expected);
      },
    } as Partial<EventStore>);
    expect(await copy({ from, to: disturbed })).toEqual(
      refusal('copy-target-differs', 'Somebody else writes to the target'),
    );
  });
});
