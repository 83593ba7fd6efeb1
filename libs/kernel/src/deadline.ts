import type { Clock } from './time';

/** How long a command tries before it gives up, in milliseconds. */
export const COMMAND_DEADLINE_MS = 5_000;

/** A question that begins when next to nothing is left is given so many milliseconds: that the time ran out is no fault of the store. */
const LEAST_MS = 500;

/** How long a command still tries, in milliseconds that pass: neither a clock set back nor one set ahead changes that. */
export class Deadline {
  private readonly end: number;

  constructor(
    private readonly clock: Clock,
    milliseconds: number,
  ) {
    this.end = clock.elapsed() + milliseconds;
  }

  /** Milliseconds that are left; 0 when none are. */
  get left(): number {
    return Math.max(0, this.end - this.clock.elapsed());
  }

  /** What a store is waited for, in milliseconds: what is left, and half a second where that is next to nothing. */
  get patience(): number {
    return Math.max(LEAST_MS, this.left);
  }

  get hasPassed(): boolean {
    return !this.leaves(0);
  }

  /** Pauses where time is left for it; false, at once, where it is not. */
  async pause(ms: number): Promise<boolean> {
    if (!this.leaves(ms)) return false;
    await this.clock.pause(ms);
    return true;
  }

  private leaves(ms: number): boolean {
    return this.clock.elapsed() + ms <= this.end;
  }
}
