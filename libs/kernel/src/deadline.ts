import type { Clock } from './time';

/** How long a command tries before it gives up, in milliseconds. */
export const COMMAND_DEADLINE_MS = 5_000;

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
