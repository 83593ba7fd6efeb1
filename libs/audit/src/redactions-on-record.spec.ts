import { MemoryEventStore } from '@docket/kernel/testing';
import type { EventStore } from '@docket/kernel';
import { verifyChain } from './verify-chain';
import {
  but,
  copy,
  everythingIn,
  factsOf,
  listed,
  oneSaying,
  outrun,
  textOf,
  votes,
} from './copy/copied-log.scenes';

const WHY = 'Erasure request 12/2026.';

/** The same log with this second line in the event of this number. */
const bare = (store: EventStore, number: number, line: string): EventStore =>
  but(store, {
    async *subscribe(given) {
      let at = 0;
      for await (const message of store.subscribe(given)) {
        const isMeant = message.kind === 'event' && ++at === number;
        const bytes = isMeant ? Buffer.from(`${factsOf(message.event)}\n${line}`) : undefined;
        yield isMeant && bytes ? { kind: 'event', event: { ...message.event, bytes } } : message;
      }
    },
  });
const faultsOf = async (store: EventStore) => (await verifyChain({ store })).faults.map(({ what }) => what);

describe('words that are missing', () => {
  it('are found out where no redaction is on record', async () => {
    const log = await votes(4);
    const line = JSON.stringify({ reason: { redacted: { by: 'p-otto', why: WHY } } });
    for (const one of ['{}', line])
      expect(await faultsOf(bare(log, 2, one))).toEqual([
        expect.stringContaining('its words are missing, and no redaction on record says'),
      ]);
  });

  it('are found out where by whom and why is told otherwise than it was recorded', async () => {
    const [from, to] = [await votes(4), new MemoryEventStore()];
    await copy({ from, to, redactions: listed(2) });
    const other = [
      { by: 'p-lena', why: WHY },
      { by: 'p-otto', why: 'No reason.' },
    ].map((redacted) => JSON.stringify({ reason: { redacted } }));
    for (const line of [...other, '{}'])
      expect(await faultsOf(bare(to, 2, line))).toEqual([
        'by whom and why its words were redacted is told otherwise than it was recorded',
      ]);
  });
});

describe('words that are there although a record says that they went', () => {
  it('are found out where a redaction on record says that they are gone', async () => {
    const [from, to] = [await votes(4), new MemoryEventStore()];
    await copy({ from, to: await outrun(from, to), redactions: listed(2, 4) });
    const [, second, , fourth] = await everythingIn(to);
    const { whole, faults } = await verifyChain({ store: to });
    const what = expect.stringContaining('says that its words are gone, and they are there');
    expect([whole, faults]).toEqual([
      false,
      [second, fourth].map((event) => ({
        ...{ stream: event?.stream, revision: event?.revision, position: event?.position },
        what,
      })),
    ]);
  });

  it('are found out where only some of them are gone', async () => {
    const [from, to] = [await oneSaying({ reason: 'Late.', note: 'Dear.' }), new MemoryEventStore()];
    await copy({ from, to, redactions: listed(1) });
    const [plain] = await everythingIn(from);
    const [, words] = textOf(plain!).split('\n');
    const half = JSON.stringify({
      ...(JSON.parse(words!) as Record<string, unknown>),
      note: { redacted: { by: 'p-otto', why: WHY } },
    });
    expect(await faultsOf(bare(to, 1, half))).toEqual([expect.stringContaining('and they are there')]);
  });

  it('say nothing of an event that the log has not: its record is the fault', async () => {
    const [from, to, other] = [await votes(4), new MemoryEventStore(), new MemoryEventStore()];
    await copy({ from, to, redactions: listed(2) });
    const record = (await everythingIn(to)).at(-1)!;
    await other.append(record.stream, [record], 'no-stream');
    expect(await faultsOf(other)).toEqual([expect.stringContaining('and the log has no such event')]);
  });
});
