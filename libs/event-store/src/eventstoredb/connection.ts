import type { Credentials, EventStoreDBClient } from '@eventstore/db-client';
import { StoreUnavailable } from '@docket/kernel';
import type { Address } from './address';
import { isAnswer } from './failures';
import { Line } from './line';

/** One failed call can poison a client of this library for its life: after so many in a row it gets a successor. */
const FAILURES = 3;

/**
 * The way to one server and what is under way on it. Everything that talks to the server comes through here, so that
 * this is the one place where a client is made, replaced and closed.
 */
export class Connection {
  readonly credentials: Credentials;
  private line: Line;
  private readonly retired = new Set<Line>();
  private readonly underWay = new Set<Promise<unknown>>();
  private readonly closing = new AbortController();
  private closed: Promise<void> | undefined;

  constructor(readonly address: Address) {
    this.credentials = address.credentials;
    this.line = new Line(address);
  }

  /** Aborts when the connection begins to close. */
  get closingSignal(): AbortSignal {
    return this.closing.signal;
  }

  /** Does something that `close` waits for. @throws StoreUnavailable when the store was closed */
  during<T>(work: () => Promise<T>): Promise<T> {
    if (this.closing.signal.aborted)
      return Promise.reject(new StoreUnavailable('The event store was closed.'));
    const running = work();
    this.underWay.add(running);
    const done = (): boolean => this.underWay.delete(running);
    running.then(done, done);
    return running;
  }

  /** Puts one question to the server. Too many without an answer in a row, and the next one goes through a new client. */
  async ask<T>(question: (client: EventStoreDBClient) => Promise<T>): Promise<T> {
    const line = this.take();
    try {
      const answer = await question(line.client);
      line.answered();
      return answer;
    } catch (error) {
      if (isAnswer(error)) line.answered();
      else if (line.failed() >= FAILURES) this.replace(line);
      throw error;
    } finally {
      line.release();
    }
  }

  /** The client in use now, for something longer than a question; released by who took it. */
  take(): Line {
    this.line.take();
    return this.line;
  }

  /** Gives the next question a new client, unless that has happened already. What is under way on the old one goes on. */
  replace(line: Line): void {
    if (line !== this.line) return;
    this.line = new Line(this.address);
    this.retired.add(line);
    line.retire(() => this.retired.delete(line));
  }

  close(): Promise<void> {
    this.closed ??= this.finish();
    return this.closed;
  }

  private async finish(): Promise<void> {
    this.closing.abort();
    await Promise.allSettled(this.underWay);
    await Promise.all([this.line, ...this.retired].map((line) => line.close()));
  }
}
