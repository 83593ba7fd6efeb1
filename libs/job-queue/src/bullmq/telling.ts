import type { Work } from '../work/job-work';
import { messageOf } from './error-message';

/** What a connection fails with when the other side is gone. */
const isOfTheConnection = (error: unknown): boolean =>
  (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') ||
  messageOf(error).includes('Connection is closed');

/** Tells of the trouble with Redis: an outage once, and that it is over; anything else not twice within a minute. */
export class Telling {
  private isAway = false;
  private readonly told = new Map<string, number>();

  constructor(
    private readonly address: string,
    private readonly tell: Work['onTrouble'],
    /** Milliseconds that only go forward. */
    private readonly elapsed: () => number = () => performance.now(),
  ) {}

  /** An error while the connection stands or does not; that it breaks is told when it does not stand. */
  trouble(error: unknown, isConnected: boolean): void {
    if (isConnected) return isOfTheConnection(error) ? undefined : this.tellSeldom(error);
    if (!this.isAway) this.tell(`the job queue, Redis at ${this.address}, does not answer`, error);
    this.isAway = true;
  }

  /** The connection stands. @returns whether it did not before */
  connected(): boolean {
    if (!this.isAway) return false;
    this.isAway = false;
    this.tell(`the job queue, Redis at ${this.address}, answers again`);
    return true;
  }

  private tellSeldom(error: unknown): void {
    const message = messageOf(error);
    const now = this.elapsed();
    if (now - (this.told.get(message) ?? -Infinity) < 60_000) return;
    if (this.told.size > 100) this.told.clear();
    this.told.set(message, now);
    this.tell(`the job queue, Redis at ${this.address}, is in trouble`, error);
  }
}
