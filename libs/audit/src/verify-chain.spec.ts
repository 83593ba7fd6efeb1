import {
  seal,
  sha256,
  withoutWords,
  type EventStore,
  type LogMessage,
  type Metadata,
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
  (await verifyChain(logOf(events))).faults.map(({ revision, what }) => `${revision}: ${what}`);

const change = (event: StoredEvent, from: string, to: string): StoredEvent => ({
  ...event,
  bytes: Buffer.from(Buffer.from(event.bytes).toString('utf8').replace(from, to)),
});

describe('verifying the chain', () => {
  it('finds a log whole that nobody touched, and says what that proves', async () =>
    expect(await verifyChain(logOf(votes()))).toEqual({
      log: LOG,
      events: 3,
      streams: 1,
      whole: true,
      faults: [],
      proves: expect.stringContaining('proven only with seals'),
    }));

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

  it('holds for a copy without the words of one event', async () => {
    const [first, second, third] = votes() as [StoredEvent, StoredEvent, StoredEvent];
    expect(await faultsOf([first, withoutWords(second), third])).toEqual([]);
  });
});
