import {
  comparePositions,
  LogTampered,
  PositionBeyondEnd,
  StoreUnavailable,
  StreamTampered,
  type LogMessage,
  type Position,
} from '@docket/kernel';
import { backoffMs, pause } from './backoff';
import type { Followed } from './followed';
import { Patience } from './patience';
import { checkResumePosition } from './resume-position';
import { subscription } from './subscription';

/**
 * The log after a position, over as many subscriptions as it takes. The server drops a subscriber on every burst and may
 * end one without an error, so each end that nobody asked for is a break, and the next subscription goes on behind the
 * last event delivered.
 */
class Follower {
  private position: Position | undefined;
  private breaks = 0;
  private reason: unknown;
  private cutOff: NodeJS.Timeout | undefined;
  private readonly ending: AbortSignal;

  constructor(
    private readonly log: Followed,
    after: Position | undefined,
    private readonly signal: AbortSignal,
  ) {
    this.position = after;
    this.ending = AbortSignal.any([signal, log.connection.closingSignal]);
  }

  async *messages(): AsyncGenerator<LogMessage, void, undefined> {
    try {
      yield* this.overBreaks();
    } finally {
      clearTimeout(this.cutOff);
      this.log.outage.leaves(this);
    }
  }

  private async *overBreaks(): AsyncGenerator<LogMessage, void, undefined> {
    while (!this.ending.aborted) {
      try {
        yield* this.untilBreak();
        this.broke('the server ended the subscription');
      } catch (error) {
        this.throwWhatStays(error);
        this.broke(error);
      }
      if (!this.ending.aborted) await pause(backoffMs(this.breaks), this.ending);
    }
    if (!this.signal.aborted) throw new StoreUnavailable('The event store was closed.');
  }

  private async *untilBreak(): AsyncGenerator<LogMessage, void, undefined> {
    const patience = new Patience(this.log.answerMs);
    this.position ??= await this.log.birth(patience);
    await checkResumePosition(this.log.reading, this.position, patience);
    for await (const message of subscription(this.log, this.position, this.ending)) {
      if (this.ending.aborted) return;
      this.goesOn();
      if (!this.isNew(message)) continue;
      yield message;
      if (this.ending.aborted) return;
      if (message.kind === 'event') this.breaks = 0;
    }
  }

  private isNew(message: LogMessage): boolean {
    if (message.kind !== 'event') return true;
    const { position } = message.event;
    if (this.position !== undefined && comparePositions(position, this.position) <= 0) return false;
    this.position = position;
    return true;
  }

  /** What trying again would not change. @throws PositionBeyondEnd | LogTampered */
  private throwWhatStays(error: unknown): void {
    if (this.signal.aborted) return;
    if (error instanceof PositionBeyondEnd) throw error;
    if (error instanceof StreamTampered) throw new LogTampered(error.message, { cause: error });
  }

  private broke(reason: unknown): void {
    if (this.ending.aborted) return;
    this.breaks += 1;
    this.log.onBreak(reason);
    this.reason = reason;
    const { outage } = this.log;
    this.cutOff ??= setTimeout(() => outage.begins(this, this.reason), outage.afterMs).unref();
  }

  private goesOn(): void {
    clearTimeout(this.cutOff);
    this.cutOff = undefined;
    this.log.outage.isAnswered(this);
  }
}

/** @see EventStore.subscribe */
export const follow = (
  log: Followed,
  after: Position | undefined,
  signal: AbortSignal,
): AsyncIterable<LogMessage> => new Follower(log, after, signal).messages();
