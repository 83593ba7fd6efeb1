/** Lets one task at a time work on a thing, by the name of that; the others wait their turn, in order. */
export class Turns {
  private readonly tails = new Map<string, Promise<unknown>>();

  /** Runs `task` after those that came before it for the same thing, whether they succeeded or not. */
  async run<T>(thing: string, task: () => Promise<T>): Promise<T> {
    const before = this.tails.get(thing) ?? Promise.resolve();
    const mine = before.then(task, task);
    const tail = mine.catch(() => undefined);
    this.tails.set(thing, tail);
    try {
      return await mine;
    } finally {
      if (this.tails.get(thing) === tail) this.tails.delete(thing);
    }
  }

  /** Resolves when nobody waits or works any more, what comes meanwhile included. */
  async idle(): Promise<void> {
    while (this.tails.size > 0) await Promise.all(this.tails.values());
  }
}
