import { open, type EventStore } from '@docket/kernel';
import { MemoryEventStore } from '@docket/kernel/testing';
import { verifyChain } from '../verify-chain';
import {
  but,
  cast,
  copy,
  everythingIn,
  factsOf,
  listed,
  textOf,
  votes,
  votesSaying,
} from './copied-log.scenes';

const WHY = 'Erasure request 12/2026.';
const GONE = `[words redacted by p-otto: ${WHY}]`;

const reasonsIn = async (store: EventStore) =>
  (await everythingIn(store)).map((event) => {
    const { reason } = open(event).data;
    return typeof reason === 'string' ? reason.trim().slice(0, 40) : undefined;
  });

/** The refusal of a list, with what it says of its lines. */
const listRefused = (...mistakes: readonly string[]) => ({
  outcome: 'refused',
  refusal: {
    code: 'redactions-refused',
    message: expect.stringMatching(
      mistakes.map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^]*'),
    ),
  },
});

describe('a redacted copy', () => {
  it('has no words of the events named by number, id or place; the facts of all are byte for byte the same', async () => {
    const [from, to] = [await votes(8), new MemoryEventStore()];
    const before = await everythingIn(from);
    const [, second, third] = before;
    const named = listed(8, second?.id ?? '', `${third?.stream}@${third?.revision}`);
    const place = { by: 'p-otto', why: WHY, state: 'redacted' } as const;
    expect(await copy({ from, to, redactions: named })).toMatchObject({
      ...{ events: 8, copied: 8 },
      redacted: [
        { number: 2, eventId: second?.id, ...place },
        { number: 3, eventId: third?.id, ...place },
        { number: 8, eventId: before[7]?.id, ...place },
      ],
    });
    const after = await everythingIn(to);
    expect(after.slice(0, 8).map(factsOf)).toEqual(before.map(factsOf));
    const unnamed = [0, 3, 4, 5, 6];
    expect(unnamed.map((at) => textOf(after[at]!))).toEqual(unnamed.map((at) => textOf(before[at]!)));
    expect((await reasonsIn(to)).slice(1, 3)).toEqual([GONE.slice(0, 40), GONE.slice(0, 40)]);
    expect(after.map(textOf).join('')).not.toContain('2 xxx');
  });

  it('has on record, in a stream of its own behind all others, which words are gone, by whom and why', async () => {
    const [from, to] = [await votes(4), new MemoryEventStore()];
    await copy({ from, to, redactions: listed(1, 4) });
    const [first, , , fourth, ...records] = await everythingIn(to);
    expect(records.map((event) => [event.type, open(event).data, open(event).meta.actor])).toEqual(
      [first, fourth].map((event) => [
        'WordsRedacted.v1',
        {
          eventId: event?.id,
          stream: event?.stream,
          revision: event?.revision,
          fields: ['reason'],
          by: 'p-otto',
          why: WHY,
        },
        'operator',
      ]),
    );
    expect(await verifyChain({ store: to })).toMatchObject({ whole: true, events: 6, streams: 3 });
  });

  describe('whose words stand in another event, too', () => {
    const told = 'Ines Okafor was on sick leave.';
    const logOf = (another: string) => votesSaying('Cheaper.', told, 'Cheaper.', another);

    it.each([told, `  ${told}\n`, `Deferred: ${told} So we wait.`])(
      'is refused until that is named as well: %j',
      async (another) => {
        const [from, to] = [await logOf(another), new MemoryEventStore()];
        expect(await copy({ from, to, redactions: listed(2) })).toEqual(
          listRefused('line 1: event 4 (VoteCast.v1, reason) says the same words: name it, too.'),
        );
        expect(await everythingIn(to)).toEqual([]);
        expect(await copy({ from, to, redactions: listed(2, 4) })).toMatchObject({ copied: 4 });
      },
    );

    it.each([
      ['say less', `Deferred: ${told} So we wait.`, told],
      [
        'stood in a list',
        JSON.stringify([{ what: 'Wait.', evidence: `Because "${told}"` }]),
        `Because "${told}"`,
      ],
      ['stand in a list', told, JSON.stringify([{ what: told }, { what: told }])],
      ['begin as a list does', `[sic] ${told}`, told],
    ])('is refused once for an event whose words %s', async (_, goes, stays) => {
      const [from, to] = [await votesSaying('Cheaper.', goes, stays), new MemoryEventStore()];
      expect(await copy({ from, to, redactions: listed(2) })).toEqual(
        listRefused('line 1: event 3 (VoteCast.v1, reason) says the same words: name it, too.'),
      );
    });

    it('is made where they are so short that they are alike by chance', async () => {
      const [from, to] = [await logOf('Another.'), new MemoryEventStore()];
      expect(await copy({ from, to, redactions: listed(1) })).toMatchObject({ copied: 4 });
    });

    it('is made where they are gone there already', async () => {
      const [from, between, to] = [await logOf(told), new MemoryEventStore(), new MemoryEventStore()];
      await copy({ from, to: between, redactions: listed(2, 4) });
      expect(await copy({ from: between, to, redactions: listed(2) })).toMatchObject({
        redacted: [{ number: 2, state: 'already' }],
      });
    });
  });

  it('goes on where it was broken off, wherever that was, and says each redaction once', async () => {
    const from = await votes(6);
    for (let stopped = 0; stopped < 5; stopped += 1) {
      const to = new MemoryEventStore();
      let appends = 0;
      const breaking = but(to, {
        append: async (stream, events, expected) => {
          if (appends++ === stopped) throw new Error('Killed.');
          return to.append(stream, events, expected);
        },
      });
      await copy({ from, to: breaking, redactions: listed(1, 5) }).catch(() => undefined);
      expect(await copy({ from, to, redactions: listed(1, 5) })).toMatchObject({ events: 6 });
      expect(await everythingIn(to)).toHaveLength(8);
      expect(await verifyChain({ store: to })).toMatchObject({ whole: true });
    }
  });

  it('takes nothing more once it is finished: that would stand before its record', async () => {
    const [from, to] = [await votes(4), new MemoryEventStore()];
    await copy({ from, to, redactions: listed(1) });
    expect(await copy({ from, to, redactions: listed(1) })).toMatchObject({ copied: 0 });
    await cast(from, 1);
    expect(await copy({ from, to, redactions: listed(1) })).toMatchObject({
      refusal: { code: 'copy-target-differs', message: expect.stringContaining('finished behind event 4') },
    });
  });

  it('is no beginning of the log without a list, nor with another one', async () => {
    const [from, to] = [await votes(4), new MemoryEventStore()];
    await copy({ from, to, redactions: listed(1) });
    for (const redactions of [[], listed(2), [{ ...listed(1)[0]!, why: 'Another.' }]])
      expect(await copy({ from, to, redactions })).toMatchObject({
        refusal: { code: 'copy-target-differs' },
      });
  });

  it('can be copied like any log, also with more redactions; what is redacted already is no mistake', async () => {
    const [from, once, twice] = [await votes(4), new MemoryEventStore(), new MemoryEventStore()];
    await copy({ from, to: once, redactions: listed(1) });
    expect(await copy({ from: once, to: twice, redactions: listed(1, 2) })).toMatchObject({
      events: 5,
      redacted: [
        { number: 1, state: 'already' },
        { number: 2, state: 'redacted' },
      ],
    });
    expect((await everythingIn(twice)).map(({ type }) => type.split('.')[0])).toEqual([
      ...Array<string>(4).fill('VoteCast'),
      ...['WordsRedacted', 'WordsRedacted'],
    ]);
    expect(await verifyChain({ store: twice })).toMatchObject({ whole: true });
  });

  it('is not made by a list that names what cannot be redacted, and all of that is said at once', async () => {
    const [from, once, to] = [await votes(8), new MemoryEventStore(), new MemoryEventStore()];
    await copy({ from, to: once, redactions: listed(1) });
    const [first] = await everythingIn(once);
    const names = [99, 6, first?.id ?? '', 1, 9, `${first?.stream}@77`];
    expect(await copy({ from: once, to, redactions: listed(...names) })).toEqual(
      listRefused(
        'line 1: the log has no event 99.',
        'line 2: event ',
        '(VoteCast.v1) has no words',
        'line 4: it names the same event as line 3.',
        'line 5: event ',
        'is the record of a redaction',
        `line 6: the log has no event ${first?.stream}@77.`,
      ),
    );
    expect(await everythingIn(to)).toEqual([]);
  });
});
