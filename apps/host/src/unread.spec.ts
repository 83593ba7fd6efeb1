import {
  StoreUnavailable,
  type EventStore,
  type LogMessage,
  type Position,
  type ReadModel,
} from '@docket/kernel';
import { firstUnread } from './unread';

const recorded = (recordedAt: string): LogMessage =>
  ({
    kind: 'event',
    event: { bytes: Buffer.from(JSON.stringify({ meta: { recordedAt } })) },
  }) as unknown as LogMessage;

/** A log as it is found behind a position: each look is told, and sees what it holds by then. */
class Log {
  readonly looks: (Position | undefined)[] = [];
  readonly store = {
    subscribe: (asked: { after?: Position }) => this.behind(asked),
  } as unknown as EventStore;
  constructor(public found: readonly LogMessage[] | Error) {}

  private async *behind({ after }: { after?: Position }): AsyncGenerator<LogMessage> {
    this.looks.push(after);
    if (this.found instanceof Error) throw this.found;
    yield* this.found;
    yield { kind: 'caught-up' };
  }
}

const readTo = { checkpoint: async () => ({ number: 7, position: '9' }) } as unknown as ReadModel;
const [nine, ten] = ['2026-03-02T09:00:00.000Z', '2026-03-02T10:00:00.000Z'];

describe('the first event that the read model does not hold', () => {
  it('is the one behind its last, whatever follows', async () => {
    const log = new Log([recorded(nine), recorded(ten)]);
    expect(await firstUnread(log.store, readTo)).toEqual({ recordedAt: nine, number: 7 });
    expect(log.looks).toEqual(['9']);
  });

  it('is none where the log ends with its last', async () =>
    expect(await firstUnread(new Log([]).store, readTo)).toBeUndefined());

  it('is not known where the log does not answer', async () =>
    expect(await firstUnread(new Log(new StoreUnavailable('away')).store, readTo)).toBeUndefined());
});
