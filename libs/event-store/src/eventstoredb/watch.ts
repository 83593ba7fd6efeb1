import { comparePositions, StoreUnavailable, type Position } from '@docket/kernel';
import type { Followed } from './followed';
import { lookBack } from './head';
import { Patience } from './patience';

/** Why a subscription is given up although nothing ended it. */
export class Silence extends StoreUnavailable {}

/**
 * Looks after one subscription whose reader waits. A frozen server and a connection that was cut off on the way end nothing:
 * only the log itself tells silence from rest. After each `watchMs` without a sign of life the end of the log is asked for;
 * a log that does not answer, or an event of ours that stood there at the last look already and still was not delivered,
 * ends the subscription, at most three times `watchMs` after it fell silent.
 */
export class Watch {
  private isConfirmed = false;
  private isWaiting = false;
  private hasMoved = true;
  private missed: Position | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isEnded = false;

  /** @param delivered the position up to which everything was delivered */
  constructor(
    private readonly log: Followed,
    private delivered: Position,
    private readonly onSilence: (why: Silence) => void,
  ) {
    this.again(log.answerMs);
  }

  /** The reader begins to wait for the next message. */
  waits(): void {
    this.isWaiting = true;
  }

  /** Something came: an event at `position`, or a sign of life. */
  came(position?: Position): void {
    this.isWaiting = false;
    this.hasMoved = true;
    if (position !== undefined) this.delivered = position;
    if (!this.isConfirmed) this.again(this.log.watchMs);
    this.isConfirmed = true;
  }

  end(): void {
    this.isEnded = true;
    clearTimeout(this.timer);
  }

  private again(milliseconds: number): void {
    clearTimeout(this.timer);
    if (this.isEnded) return;
    this.timer = setTimeout(() => void this.tick(), milliseconds);
  }

  private async tick(): Promise<void> {
    try {
      if (!this.isConfirmed)
        throw new Silence(`EventStoreDB began no subscription within ${this.log.answerMs} ms.`);
      if (this.isWaiting && !this.hasMoved) await this.look();
      else this.missed = undefined;
      this.hasMoved = false;
      this.again(this.log.watchMs);
    } catch (error) {
      if (!this.isEnded) this.onSilence(toSilence(error));
    }
  }

  private async look(): Promise<void> {
    const { reading, isOurs, watchMs } = this.log;
    const before = this.missed;
    const { end, ours } = await lookBack(reading, isOurs, this.delivered, new Patience(watchMs));
    if (this.hasMoved) return;
    this.missed = ours !== undefined && comparePositions(ours, this.delivered) > 0 ? ours : undefined;
    if (this.missed === undefined) this.delivered = end ?? this.delivered;
    else if (before !== undefined)
      throw new Silence(`The subscription is silent: ${before} was not delivered within ${watchMs} ms.`);
  }
}

const toSilence = (error: unknown): Silence =>
  error instanceof Silence
    ? error
    : new Silence('The subscription is silent, and the log does not answer either.', { cause: error });
