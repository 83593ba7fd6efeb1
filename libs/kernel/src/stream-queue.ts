/** Lets one task at a time work on a stream; the others wait their turn, in order. */
export class StreamQueue {
  private readonly tails = new Map<string, Promise<unknown>>();

  /** Runs `task` after those queued before it on the same stream, whether they succeeded or not. */
  async run<T>(stream: string, task: () => Promise<T>): Promise<T> {
    const before = this.tails.get(stream) ?? Promise.resolve();
    const mine = before.then(task, task);
    const tail = mine.catch(() => undefined);
    this.tails.set(stream, tail);
    try {
      return await mine;
    } finally {
      if (this.tails.get(stream) === tail) this.tails.delete(stream);
    }
  }

  /** Resolves when nothing is queued any more, what comes meanwhile included. */
  async idle(): Promise<void> {
    while (this.tails.size > 0) await Promise.all(this.tails.values());
  }
}
