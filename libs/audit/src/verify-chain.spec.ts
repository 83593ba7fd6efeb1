import {
  seal,
  sha256,
  type EventStore,
  type LogMessage,
  type Metadata,
  type Numbered,
  type StoredEvent,
} from '@docket/kernel';
import { verifyChain } from './verify-chain';

const LOG = '6f0c2a52-9f0e-4b1d-9c3a-2f5d1c7e4b10';

const meta = (revision: number, previous: string | null): Metadata => ({
  stream: 'docket-motion-1',
  revision,
  previous,
  actor: 'p-bea',
  authentication: 'local-session',
  commandId: sha256(`${revision}`),
  bodyDigest: sha256('body'),
  correlationId: 'c',
  recordedAt: '2026-03-02T09:00:00.000Z',
  origin: 'live',
  guards: [],
});

/** Three votes in one stream, each written after the one before. */
const votes = (): StoredEvent[] => {
  let previous: string | null = null;
  return ['for', 'against', 'abstain'].map((choice, revision) => {
    const sealed = seal(
      {
        id: `id-${revision}`,
        type: 'VoteCast.v1',
        meta: meta(revision, previous),
        data: { choice, reason: `because ${choice}` },
      },
      ['reason'],
      () => 'salt',
    );
    previous = sealed.hash;
    return {
      id: sealed.id,
      type: sealed.type,
      bytes: sealed.bytes,
      stream: 'docket-motion-1',
      revision,
      position: `${revision + 1}`,
    };
  });
};

/** A log that holds exactly these events: only what a verification reads. */
const logOf = (events: readonly StoredEvent[]): EventStore => ({
  installation: 'docket',
  logId: async () => LOG,
  head: async () => events.at(-1)?.position,
  read: async () => events,
  append: async () => ({ revision: 0, position: '0' }),
  close: async () => undefined,
  async *subscribe(): AsyncIterable<LogMessage> {
    for (const event of events) yield { kind: 'event', event };
    yield { kind: 'caught-up' };
  },
});

const faultsOf = async (events: readonly StoredEvent[]) =>
  (await verifyChain({ store: logOf(events) })).faults.map(({ revision, what }) => `${revision}: ${what}`);

const change = (event: StoredEvent, from: string, to: string): StoredEvent => ({
  ...event,
  bytes: Buffer.from(Buffer.from(event.bytes).toString('utf8').replace(from, to)),
});

describe('verifying the chain', () => {
  it('finds a log whole that nobody touched, and says what that proves', async () =>
    expect(await verifyChain({ store: logOf(votes()) })).toEqual({
      log: LOG,
      events: 3,
      streams: 1,
      whole: true,
      faults: [],
      proves: expect.stringContaining('proven only with seals'),
    }));

  it('promises nothing of a log with faults', async () => {
    const [first, , third] = votes() as [StoredEvent, StoredEvent, StoredEvent];
    const { whole, proves } = await verifyChain({ store: logOf([first, third]) });
    expect(whole).toBe(false);
    expect(proves).toMatch(/is not proven of one with faults.*restore a backup/);
    expect(proves).not.toContain('no event before the last was changed');
  });

  it('notices a changed fact at the event after it', async () => {
    const [first, second, third] = votes() as [StoredEvent, StoredEvent, StoredEvent];
    expect(await faultsOf([change(first, '"for"', '"not"'), second, third])).toEqual([
      '1: the event before it is not the one it was written after',
    ]);
  });

  it('notices changed words at once', async () => {
    const [first, second, third] = votes() as [StoredEvent, StoredEvent, StoredEvent];
    expect(await faultsOf([first, change(second, 'because against', 'because for'), third])).toEqual([
      expect.stringContaining('the words of "reason" do not match their digest'),
      '2: the event before it is not the one it was written after',
    ]);
  });

  it('notices an event taken from the middle', async () => {
    const [first, , third] = votes() as [StoredEvent, StoredEvent, StoredEvent];
    expect(await faultsOf([first, third])).toEqual([
      '2: revision 2 stands where 1 should',
      '2: the event before it is not the one it was written after',
    ]);
  });

  it('notices an event moved to another stream or type', async () => {
    const [first] = votes() as [StoredEvent];
    expect(await faultsOf([{ ...first, stream: 'docket-motion-2', type: 'VoteChanged.v1' }])).toEqual([
      '0: the facts were written for the stream docket-motion-1',
      '0: it is stored as VoteChanged.v1, its facts say VoteCast.v1',
    ]);
  });

  it('notices a stream that gives less when it is read by itself: what is decided next would stand on that', async () => {
    const whole = logOf(votes());
    const store: EventStore = { ...whole, read: async () => votes().slice(0, 2) };
    expect((await verifyChain({ store })).faults).toEqual([
      {
        stream: 'docket-motion-1',
        revision: 2,
        position: '3',
        what: expect.stringContaining('the stream gives 2 events, the whole log 3'),
      },
    ]);
  });

  describe('beside the numbers that a read model has given', () => {
    const lineOf = ({ id, type, stream, revision, position }: StoredEvent, index: number): Numbered => ({
      number: index + 1,
      position,
      eventId: id,
      type,
      stream,
      revision,
      recordedAt: '2026-03-02T09:00:00.000Z',
      portfolio: null,
      timelineAt: null,
    });
    const numbersOf = (events: readonly StoredEvent[]) => {
      const lines = events.map(lineOf);
      return {
        numbers: async ({ after, limit }: { after: number; limit: number }) =>
          lines.filter(({ number }) => number > after).slice(0, limit),
      };
    };
    const found = async (log: readonly StoredEvent[], numbered: readonly StoredEvent[]) => {
      const report = await verifyChain({ store: logOf(log), numbers: numbersOf(numbered) });
      return [report.whole, ...report.faults.map(({ what }) => what)];
    };
    const other = (event: StoredEvent): StoredEvent => ({ ...event, id: 'id-9' });

    it('finds them to be those of this log, also where the read model is behind', async () => {
      expect(await found(votes(), votes())).toEqual([true]);
      expect(await found(votes(), votes().slice(0, 1))).toEqual([true]);
    });

    it.each([
      [3, ' The 3 numbers that the read model has given are those of this log, none of them missing.'],
      [1, ' The one number that the read model has given is that of this log.'],
      [
        0,
        ' No numbers were compared: there is no read model here that has given any, or none that can be read.',
      ],
    ])('proves of them only as much as was compared: %d', async (count, said) => {
      const numbers = numbersOf(votes().slice(0, count));
      const { proves } = await verifyChain({ store: logOf(votes()), numbers });
      expect(proves.endsWith(`on record.${said}`)).toBe(true);
    });

    it('misses what was cut off the end', async () =>
      expect(await found(votes().slice(0, 2), votes())).toEqual([
        false,
        'the read model has shown it as event 3 (id-2): the log ends before it. Restore a backup that has it',
      ]));

    it('misses what was taken out whole, and says so once', async () => {
      const [first, second, third] = votes() as [StoredEvent, StoredEvent, StoredEvent];
      expect(await found(votes(), [other(first), second, third])).toEqual([
        false,
        'the read model has shown it as event 1 (id-9): the log has another event in its place, id-0',
      ]);
    });
  });
});
