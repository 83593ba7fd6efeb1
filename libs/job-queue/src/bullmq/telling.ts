import type { Work } from '../work/job-work';
import { messageOf } from './error-message';
import { NoAnswer } from './open-questions';

/** What a connection fails with when the other side is gone. */
const isOfTheConnection = (error: unknown): boolean =>
  (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') ||
  messageOf(error).includes('Connection is closed');

/** Connected or not: nothing comes back from there. */
const isSilence = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'cause' in error && error.cause instanceof NoAnswer;

/** Milliseconds in which the same trouble is not told twice, and without any after which it is over. */
const SELDOM_MS = 60_000;

/** Tells of the trouble with Redis: an outage once, anything else not twice within a minute; and of both that they are over. */
export class Telling {
  private isAway = false;
  private lastTrouble: number | undefined;
  private readonly told = new Map<string, number>();

  constructor(
    private readonly address: string,
    private readonly tell: Work['onTrouble'],
    /** Milliseconds that only go forward. */
    private readonly elapsed: () => number = () => performance.now(),
  ) {}

  /** It was away before anybody worked on it, and that was said: only the end is still to be told. */
  begunWithout(): void {
    this.isAway = true;
  }

  /** An error while the connection stands or does not; that it breaks is told when it does not stand, or when nothing comes back. */
  trouble(error: unknown, isConnected: boolean): void {
    if (isConnected && !isSilence(error))
      return isOfTheConnection(error) ? undefined : this.tellSeldom(error);
    if (!this.isAway) this.tell(`the job queue, Redis at ${this.address}, does not answer`, error);
    this.isAway = true;
  }

  /** The connection stands. @returns whether it did not before */
  connected(): boolean {
    if (!this.isAway) return false;
    this.tellOver();
    return true;
  }

  /** Redis did what it was asked for: it is not away, and out of trouble when there was none for a minute. */
  answered(): void {
    const isQuiet = this.lastTrouble !== undefined && this.elapsed() - this.lastTrouble >= SELDOM_MS;
    if (this.isAway || isQuiet) this.tellOver();
  }

  private tellOver(): void {
    this.isAway = false;
    this.lastTrouble = undefined;
    this.tell(`the job queue, Redis at ${this.address}, answers again`);
  }

  private tellSeldom(error: unknown): void {
    const message = messageOf(error);
    const now = this.elapsed();
    this.lastTrouble = now;
    if (now - (this.told.get(message) ?? -Infinity) < SELDOM_MS) return;
    if (this.told.size > 100) this.told.clear();
    this.told.set(message, now);
    this.tell(`the job queue, Redis at ${this.address}, is in trouble`, error);
  }
}
