/** Wakes who waits for the log to grow. */
export class News {
  private readonly waiting = new Set<() => void>();
  private count = 0;

  /** Counts the announcements so far: remember it before looking, so that nothing is missed in between. */
  get edition(): number {
    return this.count;
  }

  announce(): void {
    this.count++;
    for (const wake of this.waiting) wake();
  }

  /** Returns when there was news since `edition`, or `signal` has aborted. */
  async since(edition: number, signal: AbortSignal): Promise<void> {
    if (this.count !== edition || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
