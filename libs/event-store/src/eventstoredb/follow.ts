import {
  comparePositions,
  PositionBeyondEnd,
  StoreUnavailable,
  type LogMessage,
  type Position,
} from '@docket/kernel';
import { backoffMs, pause } from './backoff';
import type { Followed } from './followed';
import { checkResumePosition } from './resume-position';
import { ForeignEvent } from './stored-event';
import { subscription } from './subscription';

/**
 * The log after a position, over as many subscriptions as it takes. The server drops a subscriber on every burst and may
 * end one without an error, so each end that nobody asked for is a break, and the next subscription goes on behind the
 * last event delivered.
 */
class Follower {
  private position: Position | undefined;
  private breaks = 0;
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
    while (!this.ending.aborted) {
      try {
        yield* this.untilBreak();
        this.broke('the server ended the subscription');
      } catch (error) {
        if (this.endsIt(error)) throw error;
        this.broke(error);
      }
      if (!this.ending.aborted) await pause(backoffMs(this.breaks), this.ending);
    }
    if (!this.signal.aborted) throw new StoreUnavailable('The event store was closed.');
  }

  private async *untilBreak(): AsyncGenerator<LogMessage, void, undefined> {
    this.position ??= await this.log.birth();
    await checkResumePosition(this.log.reading, this.position);
    for await (const message of subscription(this.log, this.position, this.ending)) {
      if (this.ending.aborted) return;
      if (!this.isNew(message)) continue;
      yield message;
      if (this.ending.aborted) return;
      this.breaks = 0;
    }
  }

  private isNew(message: LogMessage): boolean {
    if (message.kind !== 'event') return true;
    const { position } = message.event;
    if (this.position !== undefined && comparePositions(position, this.position) <= 0) return false;
    this.position = position;
    return true;
  }

  /** What trying again would not change. */
  private endsIt(error: unknown): boolean {
    const isFinal = error instanceof PositionBeyondEnd || error instanceof ForeignEvent;
    return isFinal && !this.signal.aborted;
  }

  private broke(reason: unknown): void {
    if (this.ending.aborted) return;
    this.breaks += 1;
    this.log.onBreak(reason);
  }
}

/** @see EventStore.subscribe */
export const follow = (
  log: Followed,
  after: Position | undefined,
  signal: AbortSignal,
): AsyncIterable<LogMessage> => new Follower(log, after, signal).messages();
