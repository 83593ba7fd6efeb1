import type { MovePart, MoveRow, Moves } from '@docket/assessment';
import { EventAltered } from '@docket/audit';
import type { System } from '@docket/host';
import { seal, sha256, type Metadata, type StoredEvent } from '@docket/kernel';
import { MovedEvents } from './moved-events';

const at = '2026-03-02T09:00:00.000Z';
const meta = (stream: string, actor: string): Metadata => ({
  ...{ stream, revision: 0, previous: null, actor, authentication: 'local-session', bodyDigest: sha256('b') },
  ...{ commandId: sha256('c'), correlationId: 'k', recordedAt: at, origin: 'live', guards: [] },
});
const stored = (id: string, actor: string, data: object, words: readonly string[]): StoredEvent => ({
  ...seal({ id, type: 'CriterionRated.v1', meta: meta(`s-${id}`, actor), data }, words, () => 'salt'),
  ...{ stream: `s-${id}`, revision: 0, position: '1' },
});
const log = [
  stored('rated', 'p-bea', { points: '4', reason: 'The rail link.' }, ['reason']),
  stored('decided', 'p-chen', { rationale: 'It is worth it.' }, ['rationale']),
  stored('reported', 'p-priya', { narrative: 'On plan.' }, ['narrative']),
];
const events = new MovedEvents({
  adapters: { store: { read: async (stream: string) => log.filter((one) => one.stream === stream) } },
} as unknown as System);

const part = (eventId: string): MovePart => ({
  ...{ number: 7, eventId, type: 'CriterionRated.v1', date: at, stream: `s-${eventId}`, revision: 0 },
  ...{ component: { id: 'b', name: 'Bridge' }, score: '1', places: 0, turn: null },
  ...{ changes: [], fields: [], moreFields: 0 },
  ratings: [{ assessor: 'p-bea', criterion: 'fit', name: 'Fit', from: null, to: '4' }],
});
const moves = (...parts: readonly MovePart[]): Moves =>
  ({ rows: [{ id: 'b', parts } as unknown as MoveRow] }) as unknown as Moves;

describe('the events that moved components', () => {
  it('tell who did it, and the reason in the words of the event, where it gives one', async () => {
    const { rows } = await events.inList(moves(part('rated'), part('decided'), part('reported')));
    expect(rows[0]?.parts.map(({ actor, reason }) => [actor, reason])).toEqual([
      ['p-bea', 'The rail link.'],
      ['p-chen', 'It is worth it.'],
      ['p-priya', null],
    ]);
    expect(rows[0]?.parts[0]?.sentence).toBe('p-bea rated Fit 4');
  });

  it('tell the same of one component', async () => {
    const [row] = moves(part('rated')).rows;
    const told = await events.ofOne({ row } as unknown as Parameters<typeof events.ofOne>[0]);
    expect(told.row.parts).toMatchObject([{ eventId: 'rated', actor: 'p-bea' }]);
  });

  it('are none where nothing moved', async () =>
    expect((await events.inList({ rows: [] } as unknown as Moves)).rows).toEqual([]));

  it('are refused where the log does not have one, by its number', async () => {
    const asked = events.inList(moves(part('gone')));
    await expect(asked).rejects.toThrow(EventAltered);
    await expect(asked).rejects.toThrow(
      'Event 7 is missing: the log does not have it (gone, s-gone revision 0)',
    );
  });
});
