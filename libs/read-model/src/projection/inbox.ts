import { setImmediate } from 'node:timers/promises';
import type { LogMessage, StoredEvent } from '@docket/kernel';

/** What was waiting: events, and whether everything that was in the log by then has been handed out. */
export type Taken = Readonly<{ events: readonly StoredEvent[]; isCaughtUp: boolean; isEnded: boolean }>;

/** Collects what a subscription brings while the batch before is being written, so that batches grow with the backlog. */
export class Inbox {
  private readonly waiting: LogMessage[] = [];
  private end: Readonly<{ error?: unknown }> | undefined;
  private wake: () => void = () => undefined;
  private isClosed = false;
  private readonly pumping: Promise<void>;

  constructor(
    messages: AsyncIterable<LogMessage>,
    private readonly most: number,
  ) {
    this.pumping = this.pump(messages);
  }

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  /** Waits for something, then takes at most `limit` events. @throws what the subscription threw, after everything before it */
  async take(limit: number): Promise<Taken> {
    while (this.waiting.length === 0 && !this.end) await this.somethingNew();
    await setImmediate();
    const events: StoredEvent[] = [];
    while (events.length < limit) {
      const message = this.waiting.shift();
      if (message?.kind !== 'event') {
        this.wake();
        return this.taken(events, message !== undefined);
      }
      events.push(message.event);
    }
    this.wake();
    return { events, isCaughtUp: false, isEnded: false };
  }

  /** Takes nothing more; resolves when the subscription, which is to be aborted, has ended. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.wake();
    await this.pumping;
  }

  private taken(events: readonly StoredEvent[], isCaughtUp: boolean): Taken {
    const isEnded = !isCaughtUp && this.end !== undefined && events.length === 0;
    if (isEnded && this.end && 'error' in this.end) throw this.end.error;
    return { events, isCaughtUp, isEnded };
  }

  private async pump(messages: AsyncIterable<LogMessage>): Promise<void> {
    try {
      for await (const message of messages) {
        this.waiting.push(message);
        this.wake();
        while (this.waiting.length >= this.most && !this.isClosed) await this.somethingNew();
        if (this.isClosed) break;
      }
      this.end = {};
    } catch (error) {
      this.end = { error };
    }
    this.wake();
  }

  /** Both sides wait here, never at the same time: one for messages, the other for room. */
  private somethingNew(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }
}
