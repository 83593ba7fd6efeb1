/**
 * The clock of this process, so far ahead of the machine's as it was moved; for a Docket that is stopped before and started after. It
 * only goes forward, as time does.
 */
export class MovedClock {
  private readonly real = Date;

  /** It is that instant now, and time goes on. */
  moveTo(instant: string): void {
    const ahead = Date.parse(instant) - this.real.now();
    this.tell(() => this.real.now() + ahead);
  }

  /** It is that very instant, until the clock is moved. */
  standAt(instant: string): void {
    this.tell(() => Date.parse(instant));
  }

  private tell(now: () => number): void {
    globalThis.Date = new Proxy(this.real, {
      construct: (real, given: []) => (given.length === 0 ? new real(now()) : new real(...given)),
      get: (real, name, receiver) => (name === 'now' ? now : Reflect.get(real, name, receiver)),
    });
  }

  /** It is what the machine says again. */
  putBack(): void {
    globalThis.Date = this.real;
  }
}
