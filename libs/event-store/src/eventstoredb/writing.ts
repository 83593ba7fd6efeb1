import {
  binaryEvent,
  NO_STREAM,
  type AppendExpectedRevision,
  type AppendResult,
} from '@eventstore/db-client';
import {
  OutcomeUnknown,
  StoreUnavailable,
  type Appended,
  type EventToStore,
  type ExpectedRevision,
  type Position,
} from '@docket/kernel';
import type { Connection } from './connection';
import { toAppendFailure } from './failures';
import type { Patience } from './patience';
import { toPosition } from './positions';
import type { Reading } from './reading';
import { toStoredEvent } from './stored-event';

/**
 * The deadline of the client, far behind ours: at its deadline the client cancels a call, and a server takes a call that was
 * cancelled between two events of a batch for one that has ended, and writes the first of them alone. So a call of which we
 * have given up waiting goes on: it is sent whole or breaks with its connection, which nothing is written of.
 */
const SEND_MS = 60_000;

/** The one way events get into the server: the classic append, selected by credentials, as bytes that nobody re-reads. */
export class Writing {
  constructor(
    private readonly connection: Connection,
    private readonly reading: Reading,
  ) {}

  /** @throws RevisionConflict | OutcomeUnknown | StoreUnavailable | AppendRefused */
  async append(
    stream: string,
    events: readonly EventToStore[],
    expected: ExpectedRevision,
    patience: Patience,
  ): Promise<Appended> {
    if (patience.left === 0)
      throw new StoreUnavailable(`There was no time left to send an append to ${stream}.`);
    const result = await this.send(stream, events, expected, patience);
    const revision = Number(result.nextExpectedRevision);
    this.checkRevision(stream, revision, expected, events.length);
    return { revision, position: await this.positionOf(stream, revision, result, patience) };
  }

  private async send(
    stream: string,
    events: readonly EventToStore[],
    expected: ExpectedRevision,
    patience: Patience,
  ): Promise<AppendResult> {
    const { credentials } = this.connection;
    const batch = events.map(({ id, type, bytes }) => binaryEvent({ id, type, data: bytes }));
    const expectedRevision: AppendExpectedRevision = expected === 'no-stream' ? NO_STREAM : BigInt(expected);
    const late = (): Error =>
      new OutcomeUnknown(`EventStoreDB did not answer an append to ${stream} in time.`);
    const options = { expectedRevision, credentials, deadline: SEND_MS };
    try {
      return await this.connection.ask((client) =>
        patience.within(client.appendToStream(stream, batch, options), late),
      );
    } catch (error) {
      throw toAppendFailure(error, stream, expected);
    }
  }

  /** A stream that somebody deleted takes a first event again and counts on: what was written is not what was meant. */
  private checkRevision(stream: string, revision: number, expected: ExpectedRevision, count: number): void {
    const meant = (expected === 'no-stream' ? -1 : expected) + count;
    if (revision === meant) return;
    throw new OutcomeUnknown(
      `The append to ${stream} ended at revision ${revision} instead of ${meant}: the stream was deleted in ` +
        'EventStoreDB before. Restore the database from a backup.',
    );
  }

  /** An acknowledgement can come without the position; the events are stored then, whatever becomes of this read. */
  private async positionOf(
    stream: string,
    revision: number,
    { position }: AppendResult,
    patience: Patience,
  ): Promise<Position> {
    if (position !== undefined) return toPosition(position);
    try {
      const [last] = (await this.reading.stream(stream, revision, 1, patience)) ?? [];
      if (last !== undefined) return toStoredEvent(last).position;
    } catch (cause) {
      throw new OutcomeUnknown(`The append to ${stream} was acknowledged but cannot be read.`, { cause });
    }
    throw new OutcomeUnknown(`The append to ${stream} was acknowledged but cannot be read.`);
  }
}
