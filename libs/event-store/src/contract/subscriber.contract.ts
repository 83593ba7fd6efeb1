import { EventEmitter, once } from 'node:events';
import type { EventStore, LogMessage, Position, StoredEvent } from '@docket/kernel';
import { within } from './samples.contract';

/** Reads a subscription in the background, as fast as it comes, and lets a test wait for what it has seen. */
export class Subscriber {
  readonly messages: LogMessage[] = [];
  /** How the loop ended: resolves on a normal end, rejects with the error that broke it. */
  readonly ended: Promise<void>;
  private readonly leaving = new AbortController();
  private readonly progress = new EventEmitter();

  constructor(store: EventStore, after?: Position) {
    this.ended = this.run(store, after);
    this.ended.catch(() => undefined);
  }

  get events(): readonly StoredEvent[] {
    return this.messages.flatMap((message) => (message.kind === 'event' ? [message.event] : []));
  }

  async until(what: string, reached: (subscriber: this) => boolean): Promise<void> {
    const wait = async () => {
      while (!reached(this))
        await Promise.race([once(this.progress, 'message'), this.ended.then(() => this.tooEarly(what))]);
    };
    await within(what, wait());
  }

  untilEvents(count: number): Promise<void> {
    return this.until(`${count} events delivered`, ({ events }) => events.length >= count);
  }

  untilCaughtUp(): Promise<void> {
    return this.until('caught up', ({ messages }) => messages.some(({ kind }) => kind === 'caught-up'));
  }

  async leave(): Promise<void> {
    this.leaving.abort();
    await within('the loop ends after the abort', this.ended);
  }

  private async run(store: EventStore, after?: Position): Promise<void> {
    for await (const message of store.subscribe({ after, signal: this.leaving.signal })) {
      this.messages.push(message);
      this.progress.emit('message');
    }
  }

  private tooEarly(what: string): never {
    throw new Error(`The subscription ended before this was so: ${what}`);
  }
}
