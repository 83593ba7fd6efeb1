import {
  isInstallation,
  StoreUnavailable,
  type Appended,
  type EventStore,
  type EventToStore,
  type ExpectedRevision,
  type LogMessage,
  type Position,
  type StoredEvent,
} from '@docket/kernel';
import { checkAppend, isStreamOf } from '../append-check';
import { addressOf, refuseInsecure } from './address';
import { BirthRecord } from './birth';
import { Connection } from './connection';
import { follow } from './follow';
import { lookBack } from './head';
import { Outage, type Trouble } from './outage';
import { Patience } from './patience';
import { readStream } from './read-stream';
import { Reading } from './reading';
import { ReadsForMany } from './reads-for-many';
import { Strangers } from './strangers';
import { Truncations } from './truncation';
import { refuseUnusable } from './usable';
import { Writing } from './writing';

/** How to reach the server and whose log to keep in it. */
export type EventStoreDbOptions = Readonly<{
  /** Connection string, `esdb://…`; a secure server's with user and password. */
  url: string;
  /** First part of every stream name; lower-case letters and digits. */
  installation: string;
  /** Takes `tls=false` to another machine (false). */
  allowInsecure?: boolean;
  /**
   * Milliseconds after which an append's outcome is unknown (3,000): longer than the server itself gives up a write, and
   * short enough for the identical batch to be repeated within a command's five seconds.
   */
  appendTimeoutMs?: number;
  /** Milliseconds after which a question to the log has failed (10,000); a long answer has as many for each of its parts. */
  readTimeoutMs?: number;
  /** Milliseconds of silence after which a subscription is looked after (5,000); one that is dead is renewed within three times as many. */
  watchMs?: number;
  /** Told about each break of a subscription; it is survived, and frequent. */
  onBreak?: (reason: unknown) => void;
  /** Milliseconds after which a break that is not over is an outage (5,000). */
  outageMs?: number;
  /** Told once that subscriptions are cut off by an outage, and without an error that it is over. */
  onTrouble?: Trouble;
  /** Told what somebody should know and nothing stops for, once each. */
  onNotice?: (sentence: string) => void;
}>;

/** Others may share the answer and wait longer: only this one has no time left. */
const lateRead = (stream: string, withinMs: number): StoreUnavailable =>
  new StoreUnavailable(`EventStoreDB did not answer a read of ${stream} within ${Math.round(withinMs)} ms.`);

/** The event store in an EventStoreDB. */
export class EventStoreDbEventStore implements EventStore {
  readonly installation: string;
  private readonly connection: Connection;
  private readonly reading: Reading;
  private readonly writing: Writing;
  private readonly truncations: Truncations;
  private readonly birth: BirthRecord;
  private readonly strangers: Strangers;
  private readonly limits: Readonly<{ appendMs: number; readMs: number; watchMs: number }>;
  private readonly onBreak: (reason: unknown) => void;
  private readonly outage: Outage;
  private readonly reads = new ReadsForMany<readonly StoredEvent[]>();

  /** @throws TypeError | EventStoreUnusable */
  constructor(options: EventStoreDbOptions) {
    const { url, installation, appendTimeoutMs = 3_000, readTimeoutMs = 10_000, watchMs = 5_000 } = options;
    if (!isInstallation(installation))
      throw new TypeError(
        `Installation ${JSON.stringify(installation)} is not lower-case letters and digits.`,
      );
    const address = addressOf(url);
    refuseInsecure(address, options.allowInsecure ?? false);
    for (const notice of address.notices) options.onNotice?.(notice);
    this.installation = installation;
    this.limits = { appendMs: appendTimeoutMs, readMs: readTimeoutMs, watchMs };
    this.connection = new Connection(address);
    this.reading = new Reading(this.connection);
    this.writing = new Writing(this.connection, this.reading);
    this.truncations = new Truncations(this.reading);
    this.birth = new BirthRecord(installation, this.reading, this.writing);
    this.onBreak = options.onBreak ?? (() => undefined);
    this.outage = new Outage(options.onTrouble ?? (() => undefined), options.outageMs ?? 5_000);
    this.strangers = new Strangers(installation, options.onNotice ?? (() => undefined));
  }

  /**
   * Asks what can be known before any work is done, once, in at most `readTimeoutMs`: whether the server is there, of a
   * release that is taken, lets this user read and write, and whether what stands under our name is ours and whole.
   * @throws EventStoreUnusable, which says what is so and what would help
   */
  assertUsable(): Promise<void> {
    const { connection, reading, truncations, birth } = this;
    return connection.during(() =>
      refuseUnusable({ connection, reading, truncations, birth }, new Patience(this.limits.readMs)),
    );
  }

  /** Whether the installation has a log here. None is begun to know it. @throws StoreUnavailable */
  hasBegun(): Promise<boolean> {
    return this.connection.during(async () => (await this.birth.find(this.patience())) !== undefined);
  }

  logId(): Promise<string> {
    return this.connection.during(async () => (await this.birth.ensure(this.patience())).logId);
  }

  append(
    stream: string,
    events: readonly EventToStore[],
    expected: ExpectedRevision,
    { withinMs = Infinity }: Readonly<{ withinMs?: number }> = {},
  ): Promise<Appended> {
    return this.connection.during(async () => {
      checkAppend(this.installation, stream, events, expected);
      const patience = new Patience(Math.min(this.limits.appendMs, withinMs));
      await this.birth.ensure(patience);
      await this.truncations.refuseKnown(stream, patience);
      return this.writing.append(stream, events, expected, patience);
    });
  }

  read(
    stream: string,
    {
      from = 0,
      limit = Infinity,
      withinMs,
    }: Readonly<{ from?: number; limit?: number; withinMs?: number }> = {},
  ): Promise<readonly StoredEvent[]> {
    return this.connection.during(async () => {
      if (!this.isOurs(stream)) return [];
      const patience = this.patience();
      const { reading, truncations } = this;
      const answer = this.reads.ask(`${stream} ${from} ${limit}`, () =>
        readStream({ reading, truncations }, stream, { from, limit }, patience),
      );
      return withinMs === undefined || withinMs >= this.limits.readMs
        ? answer
        : new Patience(withinMs).within(answer, () => lateRead(stream, withinMs));
    });
  }

  head(): Promise<Position | undefined> {
    return this.connection.during(async () => {
      const patience = this.patience();
      const birth = await this.birth.find(patience);
      if (birth === undefined) return undefined;
      const isOurs = (stream: string): boolean => this.isOurs(stream);
      return (await lookBack(this.reading, isOurs, birth.position, patience)).ours;
    });
  }

  subscribe({
    after,
    signal,
  }: Readonly<{ after?: Position | undefined; signal: AbortSignal }>): AsyncIterable<LogMessage> {
    const { connection, reading, truncations, onBreak, outage, limits } = this;
    const log = {
      connection,
      reading,
      truncations,
      onBreak,
      outage,
      prefix: `${this.installation}-`,
      isOurs: (stream: string) => this.isOurs(stream),
      birth: async (patience: Patience) => (await this.birth.ensure(patience)).position,
      answerMs: limits.readMs,
      watchMs: limits.watchMs,
      onStranger: (stream: string) => this.strangers.met(stream),
    };
    return follow(log, after, signal);
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  private patience(): Patience {
    return new Patience(this.limits.readMs);
  }

  private isOurs(stream: string): boolean {
    return isStreamOf(this.installation, stream);
  }
}
