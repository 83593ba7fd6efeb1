import type { Clock } from '@docket/kernel';

/** How long it counts what was seen, in milliseconds. */
const FRESH_MS = 1_000;

/** What is looked up once a second at most, however many ask. */
export class LookedUp<T> {
  private seen: Readonly<{ at: number; found: Promise<T> }> | undefined;

  constructor(
    private readonly clock: Pick<Clock, 'elapsed'>,
    private readonly look: () => Promise<T>,
  ) {}

  found(): Promise<T> {
    const at = this.clock.elapsed();
    const seen = this.seen && at - this.seen.at < FRESH_MS ? this.seen : { at, found: this.look() };
    this.seen = seen;
    return seen.found;
  }
}
