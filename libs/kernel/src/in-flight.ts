import type { Instant } from './time';

/** What was decided in this process and is not yet known to be in the log, by the moment it was decided at. */
export class InFlight {
  private readonly under = new Set<Readonly<{ at: Instant; ended: Promise<unknown> }>>();

  /** Counts `work` as under way from now on, decided at that moment. */
  async during<T>(at: Instant, work: () => Promise<T>): Promise<T> {
    const mine = work();
    const entry = { at, ended: mine.catch(() => undefined) };
    this.under.add(entry);
    try {
      return await mine;
    } finally {
      this.under.delete(entry);
    }
  }

  /** Resolves when nothing decided at or before that moment is under way: what is recorded by then will not change any more. */
  async settled(at: Instant): Promise<void> {
    await Promise.all([...this.under].filter((one) => one.at <= at).map(({ ended }) => ended));
  }
}
