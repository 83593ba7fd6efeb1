import {
  binaryEvent,
  NO_STREAM,
  type AppendExpectedRevision,
  type AppendResult,
} from '@eventstore/db-client';
import {
  OutcomeUnknown,
  type Appended,
  type EventToStore,
  type ExpectedRevision,
  type Position,
} from '@docket/kernel';
import type { Connection } from './connection';
import { within } from './deadline';
import { toAppendFailure } from './failures';
import { toPosition } from './positions';
import type { Reading } from './reading';
import { toStoredEvent } from './stored-event';

/** The client's own deadline comes first; this is for the ways in which it never does. */
const GRACE_MS = 500;

/** The one way events get into the server: the classic append, selected by credentials, as bytes that nobody re-reads. */
export class Writing {
  constructor(
    private readonly connection: Connection,
    private readonly reading: Reading,
    private readonly deadlineMs: number,
  ) {}

  /** @throws RevisionConflict | OutcomeUnknown | StoreUnavailable | AppendRefused */
  async append(
    stream: string,
    events: readonly EventToStore[],
    expected: ExpectedRevision,
  ): Promise<Appended> {
    try {
      const result = await this.send(stream, events, expected);
      const revision = Number(result.nextExpectedRevision);
      this.checkRevision(stream, revision, expected, events.length);
      return { revision, position: await this.positionOf(stream, revision, result) };
    } catch (error) {
      throw toAppendFailure(error, stream, expected);
    }
  }

  private send(
    stream: string,
    events: readonly EventToStore[],
    expected: ExpectedRevision,
  ): Promise<AppendResult> {
    const { credentials } = this.connection;
    const batch = events.map(({ id, type, bytes }) => binaryEvent({ id, type, data: bytes }));
    const expectedRevision: AppendExpectedRevision = expected === 'no-stream' ? NO_STREAM : BigInt(expected);
    const late = (): Error =>
      new OutcomeUnknown(`EventStoreDB did not answer an append to ${stream} in time.`);
    const options = { expectedRevision, credentials, deadline: this.deadlineMs };
    const sent = this.connection.client.appendToStream(stream, batch, options);
    return within(this.deadlineMs + GRACE_MS, sent, late);
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

  /** A recognised repeat can come without its position. */
  private async positionOf(stream: string, revision: number, { position }: AppendResult): Promise<Position> {
    if (position !== undefined) return toPosition(position);
    const [last] = (await this.reading.stream(stream, revision, 1)) ?? [];
    if (last === undefined)
      throw new OutcomeUnknown(`The append to ${stream} was acknowledged but cannot be read.`);
    return toStoredEvent(last).position;
  }
}
