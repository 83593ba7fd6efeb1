import type {
  Appended,
  EventStore,
  EventToStore,
  ExpectedRevision,
  LogMessage,
  Position,
  StoredEvent,
} from '@docket/kernel';
import { checkAppend, isInstallation, isStreamOf } from '../append-check';
import { BirthRecord } from './birth';
import { Connection } from './connection';
import { follow } from './follow';
import { findHead } from './head';
import { readStream } from './read-stream';
import { Reading } from './reading';
import { Writing } from './writing';

/** How to reach the server and whose log to keep in it. */
export type EventStoreDbOptions = Readonly<{
  /** Connection string, `esdb://…`; a secure server's with user and password. */
  url: string;
  /** First part of every stream name; lower-case letters and digits. */
  installation: string;
  /** Milliseconds after which an append's outcome is unknown (5,000). */
  appendTimeoutMs?: number;
  /** Milliseconds of silence after which a read has failed (10,000). */
  readTimeoutMs?: number;
  /** Told about each break of a subscription; it is survived, and frequent. */
  onBreak?: (reason: unknown) => void;
}>;

/** The event store in an EventStoreDB, 23.10 or later. */
export class EventStoreDbEventStore implements EventStore {
  readonly installation: string;
  private readonly connection: Connection;
  private readonly reading: Reading;
  private readonly writing: Writing;
  private readonly birth: BirthRecord;
  private readonly onBreak: (reason: unknown) => void;

  constructor(options: EventStoreDbOptions) {
    const { url, installation, appendTimeoutMs = 5_000, readTimeoutMs = 10_000 } = options;
    if (!isInstallation(installation))
      throw new TypeError(
        `Installation ${JSON.stringify(installation)} is not lower-case letters and digits.`,
      );
    this.installation = installation;
    this.connection = new Connection(url);
    this.reading = new Reading(this.connection, readTimeoutMs);
    this.writing = new Writing(this.connection, this.reading, appendTimeoutMs);
    this.birth = new BirthRecord(installation, this.reading, this.writing);
    this.onBreak = options.onBreak ?? (() => undefined);
  }

  logId(): Promise<string> {
    return this.connection.during(async () => (await this.birth.ensure()).logId);
  }

  append(stream: string, events: readonly EventToStore[], expected: ExpectedRevision): Promise<Appended> {
    return this.connection.during(async () => {
      checkAppend(this.installation, stream, events, expected);
      await this.birth.ensure();
      return this.writing.append(stream, events, expected);
    });
  }

  read(
    stream: string,
    { from = 0, limit = Infinity }: Readonly<{ from?: number; limit?: number }> = {},
  ): Promise<readonly StoredEvent[]> {
    return this.connection.during(async () =>
      this.isOurs(stream) ? readStream(this.reading, stream, from, limit) : [],
    );
  }

  head(): Promise<Position | undefined> {
    return this.connection.during(async () => {
      const birth = await this.birth.find();
      return birth && findHead(this.reading, (stream) => this.isOurs(stream), birth.position);
    });
  }

  subscribe({
    after,
    signal,
  }: Readonly<{ after?: Position | undefined; signal: AbortSignal }>): AsyncIterable<LogMessage> {
    const { connection, reading, onBreak } = this;
    const log = {
      connection,
      reading,
      onBreak,
      prefix: `${this.installation}-`,
      isOurs: (stream: string) => this.isOurs(stream),
      birth: async () => (await this.birth.ensure()).position,
    };
    return follow(log, after, signal);
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  private isOurs(stream: string): boolean {
    return isStreamOf(this.installation, stream);
  }
}
