/** Told once that the server does not answer, with the last error, and without one that it answers again. */
export type Trouble = (what: string, error?: unknown) => void;

/**
 * Tells an outage from the everyday break of a subscription: a subscriber that could not go on for a while is cut off. However many
 * are, it is told once, and once that it is over.
 */
export class Outage {
  private readonly cutOff = new Set<object>();
  private isTold = false;

  constructor(
    private readonly tell: Trouble,
    /** Milliseconds without a message after which a broken subscriber is cut off. */
    readonly afterMs: number,
  ) {}

  /** A subscriber could not go on for `afterMs`. */
  begins(subscriber: object, reason: unknown): void {
    this.cutOff.add(subscriber);
    if (!this.isTold) this.tell('the event store does not answer', reason);
    this.isTold = true;
  }

  /** A subscriber was answered. It is over when none is cut off. */
  isAnswered(subscriber: object): void {
    this.cutOff.delete(subscriber);
    if (!this.isTold || this.cutOff.size > 0) return;
    this.isTold = false;
    this.tell('the event store answers again');
  }

  /** A subscriber waits no longer, which says nothing of the server. */
  leaves(subscriber: object): void {
    this.cutOff.delete(subscriber);
  }
}
