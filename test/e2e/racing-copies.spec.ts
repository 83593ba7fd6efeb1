import { copyLog, verifyChain, type NamedEvent } from '@docket/audit';
import { openEventStoreDb } from '@docket/event-store';
import { seal, sha256, streamName, type EventStore, type Metadata } from '@docket/kernel';
import { CountingIds, MemoryEventStore } from '@docket/kernel/testing';
import { systemClock, systemIds } from '../../apps/host/src/clock';
import { startProtocolServer, type ProtocolServer } from '../protocol-server';
import { newInstallation } from './servers.fixture';

const SECRET = 'Ines Okafor was on sick leave.';

const metaOf = (stream: string): Metadata => ({
  ...{ stream, revision: 0, previous: null, actor: 'p-bea', authentication: 'local-session' },
  ...{ commandId: sha256(stream), bodyDigest: sha256('body'), correlationId: 'c' },
  ...{ recordedAt: '2026-03-02T09:00:00.000Z', origin: 'live', guards: [] },
});

/** A log of five votes, each on a motion of its own; the third has words that are to go. */
const votes = async (installation: string): Promise<MemoryEventStore> => {
  const [store, ids] = [new MemoryEventStore(installation), new CountingIds('racing')];
  for (const reason of ['One.', 'Two.', SECRET, 'Four.', 'Five.']) {
    const stream = streamName(installation, 'motion', ids.uuid());
    const data = { choice: 'for', reason };
    const vote = { id: ids.uuid(), type: 'VoteCast.v1', meta: metaOf(stream), data };
    await store.append(stream, [seal(vote, ['reason'], () => ids.salt())], 'no-stream');
  }
  return store;
};

const LIST: readonly NamedEvent[] = [{ line: 1, event: '3', by: 'p-otto', why: 'Erasure request 12/2026.' }];

describe('two copies of one log into one EventStoreDB target at the same moment, one plain and one redacted', () => {
  let server: ProtocolServer;
  beforeAll(async () => {
    server = await startProtocolServer();
  });
  afterAll(() => server.stop());

  const race = async (behind: (plain: () => Promise<unknown>, append: number) => Promise<unknown>) => {
    const installation = newInstallation();
    const from = await votes(installation);
    const to = await openEventStoreDb({ url: server.url, installation });
    const shared = { from, clock: systemClock, ids: systemIds };
    const other = await openEventStoreDb({ url: server.url, installation });
    let count = 0;
    const disturbed: EventStore = Object.create(to, {
      append: {
        value: async (...given: Parameters<EventStore['append']>) => {
          await behind(() => copyLog({ ...shared, to: other }), (count += 1));
          return to.append(...given);
        },
      },
    });
    const redacted = await copyLog({ ...shared, to: disturbed, redactions: LIST });
    const { faults } = await verifyChain({ store: to });
    await Promise.all([to.close(), other.close()]);
    return { redacted, faults: faults.map(({ what }) => what) };
  };

  it.each([1, 2, 3])(
    'the redacted one says which event still has its words where the plain one is first before append %i',
    async (append) => {
      const { redacted, faults } = await race((plain, number) =>
        number === append ? plain() : Promise.resolve(),
      );
      expect(redacted).toMatchObject({
        refusal: {
          code: 'copy-target-altered',
          message: expect.stringMatching(/its event 3, VoteCast\.v1 \(.*\), still has its words/),
        },
      });
      expect(faults).toEqual([expect.stringContaining('says that its words are gone, and they are there')]);
    },
  );

  it('the redacted one is verified where its append was the first: the plain one is refused', async () => {
    const told: unknown[] = [];
    const { redacted, faults } = await race(async (plain, number) => {
      if (number === 4) told.push(await plain());
    });
    expect(told).toEqual([
      { outcome: 'refused', refusal: expect.objectContaining({ code: 'copy-target-differs' }) },
    ]);
    expect([redacted, faults]).toEqual([expect.objectContaining({ events: 5, more: false }), []]);
  });
});
