/** What the client can still fail with after nobody waits for it any more. */
export const nobodyListens = (): void => undefined;

/** How long a call still waits: one allowance for all the questions that it puts to the server, however many they are. */
export class Patience {
  private end: number;

  constructor(readonly milliseconds: number) {
    this.end = performance.now() + milliseconds;
  }

  /** Milliseconds left; 0 when none are. */
  get left(): number {
    return Math.max(0, this.end - performance.now());
  }

  /** Begins anew: for a long answer that comes in parts, of which one has just come. */
  renew(): void {
    this.end = performance.now() + this.milliseconds;
  }

  /**
   * The promise, or `late()` when it has not settled in time: the client can leave a call pending for ever. An answer that
   * lies there unread, because this process stood still, is read first.
   */
  async within<T>(promise: Promise<T>, late: () => Error): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => setImmediate(() => reject(late())), this.left);
    });
    promise.catch(nobodyListens);
    try {
      return await Promise.race([promise, tooLate]);
    } finally {
      clearTimeout(timer);
    }
  }
}
