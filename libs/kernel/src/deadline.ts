import type { Clock } from './time';

/**
 * How long a command still tries. It also counts the pauses made, so that a clock that is set back meanwhile prolongs
 * nothing without bound.
 */
export class Deadline {
  private readonly end: number;
  private paused = 0;

  constructor(
    private readonly clock: Clock,
    private readonly milliseconds: number,
  ) {
    this.end = Date.parse(clock.now()) + milliseconds;
  }

  get hasPassed(): boolean {
    return !this.leaves(0);
  }

  /** Pauses where time is left for it; false, at once, where it is not. */
  async pause(ms: number): Promise<boolean> {
    if (!this.leaves(ms)) return false;
    this.paused += ms;
    await this.clock.pause(ms);
    return true;
  }

  private leaves(ms: number): boolean {
    return Date.parse(this.clock.now()) + ms <= this.end && this.paused + ms <= this.milliseconds;
  }
}
